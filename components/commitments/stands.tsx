import { useTranslations } from "next-intl";
import { isOverdue, type Standing } from "@/domain/commitments/rules";
import { StatusBadge } from "../status-badge";
import { Badge } from "../ui/badge";

type Props = { stands: Standing; dueOn: string | null; today: string };

/** What stands of a commitment, and that it is overdue where it is. */
export function Stands({ stands, dueOn, today }: Props) {
  const t = useTranslations("commitments");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <StatusBadge of="commitmentStanding" state={stands} />
      {isOverdue(dueOn, stands, today) && <Badge tone="danger">{t("overdue")}</Badge>}
    </span>
  );
}

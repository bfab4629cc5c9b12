import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";

type Props = { row: { offerExpiresAt: Date | null; overrideReason: string } };

/** What is particular about somebody's seat: it is only offered, or was given above the capacity. */
export function SeatMarks({ row }: Props) {
  const t = useTranslations("participations.seat");
  return (
    <>
      {row.offerExpiresAt && <Badge tone="info">{t("offered")}</Badge>}
      {row.overrideReason && (
        <Badge tone="warning" title={row.overrideReason}>
          {t("above")}
        </Badge>
      )}
    </>
  );
}

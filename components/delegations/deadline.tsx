import { useTranslations } from "next-intl";
import type { NominationDoor } from "@/domain/delegations/rules";
import { Time } from "../time";
import { Notice } from "../ui/notice";

type Props = { door: NominationDoor; deadline: Date; acceptedUntil: Date; zone: string };

/** Until when a delegation may be changed. The grace is named only once the deadline has passed. */
export function Deadline({ door, deadline, acceptedUntil, zone }: Props) {
  const t = useTranslations("delegations");
  if (door === "open")
    return (
      <p className="text-sm">
        {t("until")} <Time at={deadline} zone={zone} className="font-medium" />.
      </p>
    );
  if (door === "over") return <Notice title={t("over")}>{t("overText")}</Notice>;
  return (
    <Notice tone="warning" title={t("grace")}>
      {t("graceUntil")} <Time at={acceptedUntil} zone={zone} className="font-medium" />.
    </Notice>
  );
}

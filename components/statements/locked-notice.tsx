import { useTranslations } from "next-intl";
import type { ProcedureKind } from "@/db/enums";
import { Time } from "../time";
import { Notice } from "../ui/notice";

type Props = { procedure: { kind: ProcedureKind; deadline: Date; zone: string } };

/** That a text is being decided and does not change until then, said before anybody types. */
export function LockedNotice({ procedure: { kind, deadline, zone } }: Props) {
  const t = useTranslations("statements.text");
  const kinds = useTranslations("enums.procedureKind");
  return (
    <Notice tone="warning" title={t("locked", { kind: kinds(kind) })}>
      <p>
        {t("lockedUntil")} <Time at={deadline} zone={zone} />
      </p>
    </Notice>
  );
}

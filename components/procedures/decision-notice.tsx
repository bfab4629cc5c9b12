import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, ProcedureState } from "@/db/enums";
import type { Phase } from "@/domain/procedures/rules";
import { pick } from "@/lib/i18n/pick";
import { formatInstant } from "@/lib/time";
import { Notice } from "../ui/notice";

type Props = {
  phase: Phase;
  procedure: { state: ProcedureState; opensAt: Date; deadline: Date; zone: string; endReason: string };
  brokenBy?: Localized;
  /** Where a position on the adopted text is given, and a mistake in it reported. */
  position: string;
  errata: string;
};

/** Where a procedure stands for an entitled organisation, and what it can still do. */
export function DecisionNotice({ phase, procedure, brokenBy, position, errata }: Props) {
  const t = useTranslations("procedures.desk");
  const phases = useTranslations("procedures.phase");
  const locale = useLocale();
  const opens = formatInstant(procedure.opensAt, procedure.zone, locale);
  const deadline = formatInstant(procedure.deadline, procedure.zone, locale);
  if (phase === "announced") return <Notice title={t("notYet")}>{t("notYetText", { opens })}</Notice>;
  if (phase === "running") return <Notice>{phases("running", { deadline })}</Notice>;
  if (phase === "over")
    return (
      <Notice tone="warning" title={t("over")}>
        {t("overText")}
      </Notice>
    );
  if (procedure.state === "adopted")
    return (
      <Notice tone="success" title={t("adopted")}>
        <p>{t("adoptedText", { deadline })}</p>
        <p>
          <Link className="link" href={position as Route}>
            {t("position")}
          </Link>
          {" · "}
          <Link className="link" href={errata as Route}>
            {t("mistake")}
          </Link>
        </p>
      </Notice>
    );
  if (procedure.state === "failed")
    return (
      <Notice tone="warning" title={t("failed")}>
        {t("failedText", { deadline })}
      </Notice>
    );
  const broken = procedure.state === "broken";
  const title = broken ? t("broken", { name: brokenBy ? pick(brokenBy, locale).text : "" }) : t("cancelled");
  return (
    <Notice tone={broken ? "danger" : "warning"} title={title}>
      <p className="wrap-anywhere whitespace-pre-line">{procedure.endReason}</p>
    </Notice>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import { formatDay } from "@/lib/time";
import { Words } from "./words";

type Props = {
  commitment: { measure: Localized; paragraph: string; madeOn: string; dueOn: string | null };
  /** Their names. */
  owners: readonly string[];
  /** The authentic title of the text it was made in. */
  statement: string | undefined;
};

/** The facts of a commitment for whoever may read and not change them. */
export function CommitmentFacts({ commitment, owners, statement }: Props) {
  const t = useTranslations("commitments");
  const locale = useLocale();
  const { measure, paragraph, madeOn, dueOn } = commitment;
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm [overflow-wrap:anywhere] sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-muted">{t("form.owners")}</dt>
      <dd>{owners.join(", ")}</dd>
      {Object.keys(measure).length > 0 && (
        <>
          <dt className="text-muted">{t("form.measure")}</dt>
          <dd>
            <Words of={measure} className="measure whitespace-pre-line" />
          </dd>
        </>
      )}
      {statement && (
        <>
          <dt className="text-muted">{t("form.statement")}</dt>
          <dd>
            {statement}
            {paragraph && `, ${t("paragraphNumber", { reference: paragraph })}`}
          </dd>
        </>
      )}
      <dt className="text-muted">{t("form.madeOn")}</dt>
      <dd>{formatDay(madeOn, locale)}</dd>
      {dueOn && (
        <>
          <dt className="text-muted">{t("form.dueOn")}</dt>
          <dd>{formatDay(dueOn, locale)}</dd>
        </>
      )}
    </dl>
  );
}

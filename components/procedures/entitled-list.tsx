import { useLocale, useTranslations } from "next-intl";
import type { Localized, ProcedureAnswer } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Time } from "../time";
import { Badge, type Tone } from "../ui/badge";

type Response = {
  answer: ProcedureAnswer;
  text: string;
  paragraphIds: string[];
  givenAt: Date;
  givenBy: string;
};
type Entitled = { organisationId: string; name: Localized; reached?: boolean; response?: Response };

type Props = {
  entitled: readonly Entitled[];
  zone: string;
  /** How the paragraphs of the pinned text are spoken of. */
  references: ReadonlyMap<string, string>;
  /** Whether no answer means something: it does not while answers are hidden, nor under silence. */
  settled?: boolean;
};

const tones: Record<ProcedureAnswer, Tone> = {
  objects: "danger",
  against: "danger",
  consents: "success",
  for: "success",
  abstains: "neutral",
};

/** Who is entitled, by the names of the day it was opened, and what each has said. */
export function EntitledList({ entitled, zone, references, settled = true }: Props) {
  const t = useTranslations("procedures");
  const answers = useTranslations("enums.procedureAnswer");
  const locale = useLocale();
  const rows = entitled
    .map((one) => ({ ...one, picked: pick(one.name, locale) }))
    .toSorted((a, b) => a.picked.text.localeCompare(b.picked.text, locale));
  return (
    <ul className="text-sm">
      {rows.map(({ organisationId, picked, reached, response }) => (
        <li key={organisationId} className="space-y-1 border-rule border-t py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span lang={langOf(picked, locale)} className="wrap-anywhere font-medium">
              {picked.text}
            </span>
            {response ? (
              <Badge tone={tones[response.answer]}>{answers(response.answer)}</Badge>
            ) : (
              settled && <span className="text-muted">{t("noAnswer")}</span>
            )}
          </p>
          {reached === false && <p className="text-warning">{t("unreachable")}</p>}
          {response && (
            <>
              {response.text && <p className="measure wrap-anywhere whitespace-pre-line">{response.text}</p>}
              {response.paragraphIds.length > 0 && (
                <p>
                  {t("paragraphs", {
                    list: response.paragraphIds.map((id) => references.get(id) ?? "–").join(", "),
                  })}
                </p>
              )}
              <p className="wrap-anywhere text-muted">
                {response.givenBy}, <Time at={response.givenAt} zone={zone} />
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

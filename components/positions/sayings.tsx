import { useLocale, useTranslations } from "next-intl";
import type { Localized, PositionKind } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";

/** What somebody says beside endorsing, numbered as its notes in the text are. */
export type Saying = { key: string; number: number; kind: PositionKind; name: Localized; text: string };

type Props = {
  sayings: (Saying & { paragraphIds: readonly string[] })[];
  references: ReadonlyMap<string, string>;
};

/** Reservations, explanations of position and disassociations, as notes to the paragraphs they name. */
export function Sayings({ sayings, references }: Props) {
  const locale = useLocale();
  const t = useTranslations("positions");
  return (
    <ol className="space-y-3 text-sm">
      {sayings.map((saying) => {
        const name = pick(saying.name, locale);
        const named = saying.paragraphIds.map((id) => references.get(id) ?? "").filter(Boolean);
        return (
          <li
            key={saying.key}
            id={saying.key}
            className="grid scroll-mt-4 grid-cols-[2.5rem_minmax(0,66ch)] target:bg-sunken"
          >
            <span className="text-muted tabular-nums">{saying.number}</span>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">
              <span className="font-medium" lang={langOf(name, locale)}>
                {name.text}
              </span>{" "}
              {t(`saying.${saying.kind}`)}
              {named.length > 0 && ` (${t("onParagraphs", { list: named.join(", "), count: named.length })})`}
              {saying.text ? `: ${saying.text}` : "."}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

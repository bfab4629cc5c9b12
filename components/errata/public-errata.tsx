import { useLocale, useTranslations } from "next-intl";
import type { ErratumKind, Locale } from "@/db/enums";
import { dayIn, formatDay } from "@/lib/time";
import { Mistake } from "./mistake";

type Erratum = {
  id: string;
  paragraphId: string;
  kind: ErratumKind;
  says: string;
  shouldSay: string;
  reason: string;
  reportedAt: Date;
  decidedAt: Date | null;
};

type Props = {
  errata: readonly Erratum[];
  lang: Locale;
  zone: string;
  /** How the paragraphs are spoken of. */
  references: ReadonlyMap<string, string>;
};

/** The verified mistakes of a text, beside it: the text itself stays as it was adopted. */
export function PublicErrata({ errata, lang, zone, references }: Props) {
  const t = useTranslations("errata");
  const kinds = useTranslations("enums.erratumKind");
  const locale = useLocale();
  const day = (at: Date) => formatDay(dayIn(at, zone), locale);
  return (
    <>
      <p className="measure mb-4 text-muted text-sm">{t("besideText")}</p>
      <ul>
        {errata.map((one) => (
          <li key={one.id} className="space-y-2 border-rule border-t py-3">
            <p className="text-sm">
              <a className="link" href={`#p-${one.paragraphId}`}>
                {t("paragraph", { name: references.get(one.paragraphId) ?? "–" })}
              </a>
              <span className="text-muted">
                {" · "}
                {kinds(one.kind)}
                {" · "}
                {t("dates", {
                  reported: day(one.reportedAt),
                  verified: day(one.decidedAt ?? one.reportedAt),
                })}
              </span>
            </p>
            <Mistake lang={lang} says={one.says} shouldSay={one.shouldSay} />
            {one.reason && <p className="measure wrap-anywhere whitespace-pre-line text-sm">{one.reason}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

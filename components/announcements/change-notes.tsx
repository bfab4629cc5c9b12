import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { dayIn, formatDay } from "@/lib/time";
import { Section } from "../ui/section";

type Props = {
  /** Oldest first; the first one changed nothing. */
  editions: readonly { edition: number; publicFrom: Date; changeNote: string; major: boolean }[];
  /** The language of the notes. */
  lang: Locale;
  zone: string;
};

/** When a text was first published and what has changed in it since, latest first; nothing where nothing has. */
export function ChangeNotes({ editions, lang, zone }: Props) {
  const t = useTranslations("announcements.publication");
  const locale = useLocale();
  const [first, ...later] = editions;
  if (!first || later.length === 0) return null;
  const dayOf = (instant: Date) => formatDay(dayIn(instant, zone), locale);
  return (
    <Section title={t("changes")}>
      <ol className="measure space-y-1.5 text-sm [overflow-wrap:anywhere]">
        {later.toReversed().map((one) => (
          <li key={one.edition}>
            {t("changed", { day: dayOf(one.publicFrom) })}
            {!one.major && ` (${t("minor")})`}
            {one.changeNote && (
              <>
                {": "}
                <span lang={lang === locale ? undefined : lang}>{one.changeNote}</span>
              </>
            )}
          </li>
        ))}
        <li className="text-muted">{t("firstPublic", { day: dayOf(first.publicFrom) })}</li>
      </ol>
    </Section>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision } from "@/db/enums";
import { type Spell, spellOn } from "@/domain/members/rules";
import { formatPreciseDay } from "@/lib/time";

/** A spell in words as seen on a day: "Joined 23 September 2019, left 1 January 2024", "Joins 1 June 2030". */
export function SpellWords({ spell, day }: { spell: Spell; day: string }) {
  const t = useTranslations("members");
  const locale = useLocale();
  const begun = spell.joinedPrecision === "by" ? "joinedBy" : "joined";
  const ended = spell.leftPrecision === "by" ? "leftBy" : "left";
  const on = (day: string, precision: DatePrecision) => formatPreciseDay(day, precision, locale);
  return (
    <>
      <time dateTime={spell.joinedOn}>
        {t(spell.joinedOn > day ? "joins" : begun, {
          day: on(spell.joinedOn, spell.joinedPrecision),
        })}
      </time>
      {spell.leftOn && (
        <>
          {", "}
          <time dateTime={spell.leftOn}>
            {t(spell.leftOn > day ? "leaves" : ended, {
              day: on(spell.leftOn, spell.leftPrecision ?? "day"),
            })}
          </time>
        </>
      )}
    </>
  );
}

/** Where an organisation stands on a day: member since when, no longer, or to come. */
export function Standing({ spells, day }: { spells: readonly Spell[]; day: string }) {
  const t = useTranslations("members");
  const locale = useLocale();
  const current = spellOn(spells, day);
  const next = spells.find((spell) => spell.joinedOn > day);
  if (current) {
    const words = formatPreciseDay(current.joinedOn, current.joinedPrecision, locale);
    return t(current.joinedPrecision === "by" ? "memberBy" : "member", { day: words });
  }
  if (next) return t("coming", { day: formatPreciseDay(next.joinedOn, next.joinedPrecision, locale) });
  return t("formerly");
}

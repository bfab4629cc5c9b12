import { useTranslations } from "next-intl";
import type { Counts, Spell } from "@/domain/members/rules";
import { useCountWords } from "./counts";
import { SpellWords } from "./spell-words";

type Props = { spells: readonly (Spell & { id: string; counts: Counts })[]; day: string };

/** The spells of a member as seen on a day, each with how many the group was when it joined. */
export function SpellList({ spells, day }: Props) {
  const t = useTranslations("members");
  const words = useCountWords();
  return (
    <ul className="space-y-2">
      {spells.map((spell) => (
        <li key={spell.id}>
          <SpellWords spell={spell} day={day} />.{" "}
          {spell.joinedOn <= day && (
            <span className="text-muted">{t("thenCounts", { counts: words(spell.counts) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

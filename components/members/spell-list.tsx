import { useTranslations } from "next-intl";
import type { Counts, Spell } from "@/domain/members/rules";
import { useCountWords } from "./counts";
import { SpellWords } from "./spell-words";

/** The spells of a member, each with how many the group was on the day it joined. */
export function SpellList({ spells }: { spells: readonly (Spell & { id: string; counts: Counts })[] }) {
  const t = useTranslations("members");
  const words = useCountWords();
  return (
    <ul className="space-y-2">
      {spells.map((spell) => (
        <li key={spell.id}>
          <SpellWords spell={spell} />.{" "}
          <span className="text-muted">{t("thenCounts", { counts: words(spell.counts) })}</span>
        </li>
      ))}
    </ul>
  );
}

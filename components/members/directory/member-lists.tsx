import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { View } from "@/domain/members/directory/rules";
import { type Spell, spellOn } from "@/domain/members/rules";
import { byKind } from "@/domain/organisations/rules";
import { Section } from "../../ui/section";
import { MemberCard } from "../member-card";

type Member = ComponentProps<typeof MemberCard>["member"] & { id: string; spells: readonly Spell[] };

type Props = { members: readonly Member[]; view: View; day: string };

/** The members of a day: countries, companies and others in lists of their own, or all together. */
export function MemberLists({ members, view, day }: Props) {
  const t = useTranslations("members");
  const lists =
    view === "together"
      ? [{ key: "all", title: t("together"), items: members }]
      : byKind(members).map(({ kind, items }) => ({ key: kind, title: t(`kinds.${kind}`), items }));
  return lists.map(({ key, title, items }) => (
    <Section key={key} title={title} aside={<span className="text-muted tabular-nums">{items.length}</span>}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {items.map((member) => (
          <MemberCard key={member.id} member={member} spell={spellOn(member.spells, day)} />
        ))}
      </ul>
    </Section>
  ));
}

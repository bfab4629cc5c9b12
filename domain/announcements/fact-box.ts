import { and, eq, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { type Locale, type Localized, type OrganisationKind, organisationKinds } from "@/db/enums";
import { announcementMemberships } from "@/db/schema/announcements";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { isMemberOn, type Spell } from "@/domain/members/rules";
import { formerNames } from "@/domain/organisations/former-names";
import { nameOn } from "@/domain/organisations/rules";
import { isPublicAt } from "@/domain/publication/where";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { formatDay } from "@/lib/time";
import type { factBoxInput } from "./input";
import type { FactBox, Paragraph } from "./text/rules";

type Member = { id: string; kind: OrganisationKind; name: Localized; spells: readonly Spell[] };

/** The members of a day as a fact box in one language: how many of each kind, and who. Words like any others from then on. */
export function factBoxOf(members: readonly Member[], day: string, locale: Locale): FactBox {
  const t = words(locale, "announcements.draft");
  const count = words(locale, "members.count");
  const there = new Map(members.filter(({ spells }) => isMemberOn(spells, day)).map((one) => [one.id, one]));
  const content = organisationKinds.flatMap((kind): Paragraph[] => {
    const names = [...there.values()]
      .filter((member) => member.kind === kind)
      .map((member) => pick(member.name, locale).text)
      .toSorted((a, b) => a.localeCompare(b, locale));
    if (names.length === 0) return [];
    const head = {
      type: "text" as const,
      text: count(kind, { n: names.length }),
      marks: [{ type: "bold" as const }],
    };
    return [
      { type: "paragraph", content: [head] },
      { type: "paragraph", content: [{ type: "text", text: names.join(", ") }] },
    ];
  });
  const none: Paragraph = { type: "paragraph", content: [{ type: "text", text: t("noMembers") }] };
  return {
    type: "factBox",
    attrs: { title: t("factBox", { day: formatDay(day, locale) }), asOf: day },
    content: content.length > 0 ? content : [none],
  };
}

/**
 * The members of a day for a text about to be written: those that are public, and those this announcement makes public.
 * Nothing is stored by it.
 */
export async function draftFactBox(
  actor: Actor,
  { id, asOf, locale }: z.output<typeof factBoxInput>,
  at = now(),
) {
  ensure(actor, "announcement.edit");
  const rows = await db()
    .select({
      id: organisations.id,
      kind: organisations.kind,
      name: organisations.name,
      formalName: organisations.formalName,
      formerNames,
      joinedOn: memberships.joinedOn,
      joinedPrecision: memberships.joinedPrecision,
      leftOn: memberships.leftOn,
      leftPrecision: memberships.leftPrecision,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(
      announcementMemberships,
      and(
        eq(announcementMemberships.membershipId, memberships.id),
        eq(announcementMemberships.announcementId, id),
      ),
    )
    .where(
      and(
        isNull(memberships.withdrawnAt),
        or(isPublicAt(memberships, at), eq(announcementMemberships.announcementId, id)),
      ),
    );
  const members = rows.map(({ id, kind, name, formalName, formerNames, ...spell }) => ({
    id,
    kind,
    name: nameOn({ name, formalName, formerNames }, asOf).name,
    spells: [spell],
  }));
  return factBoxOf(members, asOf, locale);
}

import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { media } from "@/db/schema/media";
import { memberships, organisations } from "@/db/schema/organisations";
import { formerNames } from "@/domain/organisations/former-names";
import { nameOn } from "@/domain/organisations/rules";
import { isPublicAt } from "@/domain/publication/where";
import { type Asked, chosen } from "./directory/rules";
import { countsOn, growth, isMemberOn } from "./rules";

const facts = {
  id: organisations.id,
  slug: organisations.slug,
  kind: organisations.kind,
  name: organisations.name,
  formalName: organisations.formalName,
  country: organisations.country,
  sectors: organisations.sectors,
  website: organisations.website,
  formerNames,
};

const spell = {
  id: memberships.id,
  joinedOn: memberships.joinedOn,
  joinedPrecision: memberships.joinedPrecision,
  leftOn: memberships.leftOn,
  leftPrecision: memberships.leftPrecision,
};

/** Every organisation that is or was publicly a member, with its public spells in order; in one statement. */
export async function publicMembers(at: Date) {
  const rows = await db()
    .select({ organisation: facts, spell })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(isPublicAt(memberships, at))
    .orderBy(asc(organisations.slug), asc(memberships.joinedOn));
  return grouped(rows);
}

function grouped<Organisation extends { id: string }, Spell>(
  rows: readonly { organisation: Organisation; spell: Spell }[],
) {
  const members = new Map<string, Organisation & { spells: Spell[] }>();
  for (const { organisation, spell } of rows) {
    const member = members.get(organisation.id) ?? { ...organisation, spells: [] };
    member.spells.push(spell);
    members.set(organisation.id, member);
  }
  return [...members.values()];
}

/**
 * The members on a day under the names they had that day, as publicly known at a moment, with the counts on that day;
 * of those asked for also the counts on every day they changed.
 */
export async function publicDirectory(asOf: string, at: Date, asked: Asked = {}) {
  const known = await publicMembers(at);
  const wanted = chosen(known, asked);
  return {
    members: wanted
      .filter(({ spells }) => isMemberOn(spells, asOf))
      .map((member) => ({ ...member, ...nameOn(member, asOf) })),
    counts: countsOn(known, asOf),
    growth: growth(wanted, asOf),
  };
}

/** How many members of each kind there are on a day, as publicly known at a moment. */
export async function publicCounts(asOf: string, at: Date) {
  return countsOn(await publicMembers(at), asOf);
}

/**
 * A member by its address, with its logo where it has one; nothing where none of its spells is public: then the
 * organisation has no page.
 */
export async function publicMember(slug: string, at: Date) {
  const rows = await publicSpellsOf(slug, at);
  const [member] = grouped(rows);
  return member && { ...member, logo: rows[0]?.logo ?? null };
}

async function publicSpellsOf(slug: string, at: Date) {
  const logo = { id: media.id, alt: media.alt, width: media.width, height: media.height };
  return db()
    .select({ organisation: facts, spell, logo })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(media, and(eq(media.id, organisations.logoId), isNull(media.removedAt)))
    .where(and(eq(organisations.slug, slug), isPublicAt(memberships, at)))
    .orderBy(asc(memberships.joinedOn));
}

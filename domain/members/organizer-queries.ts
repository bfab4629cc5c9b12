import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale, OrganisationKind, Sector } from "@/db/enums";
import { memberships, organisations } from "@/db/schema/organisations";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { formerNamesOf } from "@/domain/organisations/former-names";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { isMemberOn } from "./rules";

/** What the workspace's directory can be asked. */
export type DirectoryFilter = {
  q: string;
  kind?: OrganisationKind;
  sector?: Sector;
  standing: "all" | "members" | "others";
  sort: "name" | "-name" | "joined" | "-joined";
  page: number;
};

/** Rows on a page of the directory. */
export const pageSize = 50;

/** A page of all organisations with all their spells that stand, hidden ones too; members are those of the day. */
export async function listOrganisations(actor: Actor, filter: DirectoryFilter, day: string, locale: Locale) {
  ensure(actor, "organisation.edit");
  const [all, spells] = await Promise.all([
    db()
      .select({
        id: organisations.id,
        kind: organisations.kind,
        name: organisations.name,
        country: organisations.country,
        sectors: organisations.sectors,
      })
      .from(organisations),
    db().select(spellColumns).from(memberships).orderBy(asc(memberships.joinedOn)),
  ]);
  const spellsOf = new Map<string, typeof spells>();
  for (const spell of spells) {
    spellsOf.set(spell.organisationId, [...(spellsOf.get(spell.organisationId) ?? []), spell]);
  }
  const found = all
    .map((organisation) => ({ ...organisation, spells: spellsOf.get(organisation.id) ?? [] }))
    .map((row) => ({ ...row, member: isMemberOn(row.spells.filter(stands), day) }))
    .filter((row) => answers(row, filter))
    .toSorted(inOrder(filter.sort, locale));
  const from = (filter.page - 1) * pageSize;
  return { rows: found.slice(from, from + pageSize), total: found.length };
}

const spellColumns = {
  id: memberships.id,
  organisationId: memberships.organisationId,
  joinedOn: memberships.joinedOn,
  joinedPrecision: memberships.joinedPrecision,
  leftOn: memberships.leftOn,
  leftPrecision: memberships.leftPrecision,
  note: memberships.note,
  publicFrom: memberships.publicFrom,
  withdrawnAt: memberships.withdrawnAt,
  revision: memberships.revision,
};

type Row = {
  kind: OrganisationKind;
  name: { en?: string; sv?: string };
  sectors: Sector[];
  spells: { joinedOn: string; withdrawnAt: Date | null }[];
  member: boolean;
};

const stands = (spell: { withdrawnAt: Date | null }) => spell.withdrawnAt === null;

function answers(row: Row, { q, kind, sector, standing }: DirectoryFilter) {
  if (kind && row.kind !== kind) return false;
  if (sector && !row.sectors.includes(sector)) return false;
  if (standing !== "all" && row.member !== (standing === "members")) return false;
  const words = q.toLocaleLowerCase();
  return Object.values(row.name).some((name) => name.toLocaleLowerCase().includes(words));
}

function inOrder(sort: DirectoryFilter["sort"], locale: Locale) {
  const turn = sort.startsWith("-") ? -1 : 1;
  const joined = (row: Row) => row.spells.find(stands)?.joinedOn ?? "9999";
  const byName = (a: Row, b: Row) =>
    pick(a.name, locale).text.localeCompare(pick(b.name, locale).text, locale);
  if (sort.endsWith("name")) return (a: Row, b: Row) => turn * byName(a, b);
  return (a: Row, b: Row) => turn * joined(a).localeCompare(joined(b)) || byName(a, b);
}

/** An organisation as the workspace sees it: all its spells, its former names, its focal points. Refuses `not_found`. */
export async function organisationForOrganizer(actor: Actor, id: string) {
  ensure(actor, "organisation.edit", { organisationId: id });
  const [[organisation], spells, focalPoints, names] = await Promise.all([
    db()
      .select({
        id: organisations.id,
        slug: organisations.slug,
        kind: organisations.kind,
        name: organisations.name,
        formalName: organisations.formalName,
        country: organisations.country,
        sectors: organisations.sectors,
        website: organisations.website,
        logoId: organisations.logoId,
        revision: organisations.revision,
      })
      .from(organisations)
      .where(eq(organisations.id, id)),
    db()
      .select(spellColumns)
      .from(memberships)
      .where(eq(memberships.organisationId, id))
      .orderBy(asc(memberships.joinedOn)),
    db()
      .select({ id: users.id, name: users.name, email: users.email, deactivatedAt: users.deactivatedAt })
      .from(users)
      .where(eq(users.organisationId, id))
      .orderBy(users.name),
    formerNamesOf(db(), id),
  ]);
  if (!organisation) throw new Refusal("not_found");
  return { ...organisation, spells, focalPoints, formerNames: names };
}

import { and, lte } from "drizzle-orm";
import { agendaReleases, type ReleasedItem } from "@/db/schema/agenda";
import { publicStatementsAmong } from "@/domain/statements/queries";
import { changesForPublic } from "./changes";
import { difference } from "./difference";
import { named } from "./named";
import { ofPublicEvent, publicReleasesOf } from "./public-releases-of";

/** Releases on a page of the changelog. */
const atOnce = 20;

type Row = Awaited<ReturnType<typeof publicReleasesOf>>[number];

const everybody = ["public"] as const;

/** What of a release some may know of. */
const itemsFor = (audiences: readonly ReleasedItem["audience"][], row?: Row) =>
  (row?.content.items ?? []).filter((item) => audiences.includes(item.audience));
const publicItems = (row?: Row) => itemsFor(everybody, row);

/** The latest release as the public sees it, or an earlier one by its number; nothing where there is none. */
export async function publicRelease(eventId: string, at: Date, number?: number) {
  return releasedFor(everybody, eventId, at, number);
}

/**
 * A release as some may see it: its items with names, the statements they are tied to that are public, and what is new or
 * moved in it since the one before.
 */
export async function releasedFor(
  audiences: readonly ReleasedItem["audience"][],
  eventId: string,
  at: Date,
  number?: number,
) {
  const wanted = number === undefined ? undefined : lte(agendaReleases.number, number);
  const [row, before] = await publicReleasesOf(eventId, at)
    .where(and(ofPublicEvent(eventId, at), wanted))
    .limit(2);
  if (!row || (number !== undefined && row.number !== number)) return undefined;
  const items = itemsFor(audiences, row);
  const [cast, statements] = await Promise.all([
    named(items, row.zone, at),
    publicStatementsAmong(
      items.flatMap((item) => item.statementIds),
      at,
    ),
  ]);
  const mark = marksOf(itemsFor(audiences, before), items);
  return {
    number: row.number,
    note: row.note,
    releasedAt: row.releasedAt,
    items: cast.map((item) => ({
      ...item,
      mark: before && mark(item.id),
      statements: statements.filter((one) => item.statementIds.includes(one.id)),
    })),
  };
}

function marksOf(before: ReleasedItem[], after: ReleasedItem[]) {
  const changes = difference(before, after);
  return (id: string) => {
    const kinds = changes.find((one) => one.id === id)?.kinds ?? [];
    return kinds.includes("new")
      ? ("new" as const)
      : kinds.includes("moved")
        ? ("moved" as const)
        : undefined;
  };
}

/** A page of the changelog: each release with what it changed for everybody, and whether earlier ones follow. */
export async function publicChangelog(eventId: string, at: Date, page = 1) {
  const rows = await publicReleasesOf(eventId, at)
    .limit(atOnce + 1)
    .offset((page - 1) * atOnce);
  const shown = rows.slice(0, atOnce);
  const changes = await changesForPublic(
    shown.map((row, index) => difference(publicItems(rows[index + 1]), publicItems(row))),
    rows[0]?.zone ?? "UTC",
    at,
  );
  const entries = shown.map(({ content: _, ...row }, index) => ({ ...row, changes: changes[index] ?? [] }));
  return { entries, more: rows.length > atOnce };
}

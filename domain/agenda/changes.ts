import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { ReleasedItem } from "@/db/schema/agenda";
import { people } from "@/db/schema/people";
import type { Change } from "./difference";
import { named } from "./named";

type Names = (personId: string) => string | undefined;

/** Changes as a page tells them; people are those whose names `names` knows. */
export type ToldChange = ReturnType<typeof told>;

/** The changes for the workspace, with everybody's name. */
export async function changesForOrganizer(changes: Change[]): Promise<ToldChange[]> {
  const ids = [
    ...new Set(changes.flatMap(itemsIn).flatMap((item) => item.people.map((part) => part.personId))),
  ];
  const rows =
    ids.length === 0
      ? []
      : await db().select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return changes.map((change) => told(change, (id) => names.get(id)));
}

/** The changes of several releases for the public: without the names of those who may not be named, asked now. */
export async function changesForPublic(
  releases: Change[][],
  zone: string,
  at: Date,
): Promise<ToldChange[][]> {
  const items = await named(releases.flat().flatMap(itemsIn), zone, at);
  const names = new Map(items.flatMap((item) => item.people).map((person) => [person.id, person.name]));
  return releases.map((changes) => changes.map((change) => told(change, (id) => names.get(id))));
}

const itemsIn = ({ before, after }: Change) => [before ?? [], after ?? []].flat();

function told({ id, kinds, before, after }: Change, names: Names) {
  const ids = (item?: ReleasedItem) => [...new Set(item?.people.map((part) => part.personId))];
  const only = (those: string[], others: string[]) =>
    those.filter((one) => !others.includes(one)).flatMap((one) => names(one) ?? []);
  const both = before && after;
  return {
    id,
    kinds,
    before: before && summary(before),
    after: after && summary(after),
    joined: both ? only(ids(after), ids(before)) : [],
    left: both ? only(ids(before), ids(after)) : [],
  };
}

function summary({ title, startsAt, endsAt, room, audience }: ReleasedItem) {
  return { title, startsAt: new Date(startsAt), endsAt: new Date(endsAt), room, audience };
}

import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Localized } from "@/db/enums";
import { boilerplates, boilerplateVersions } from "@/db/schema/announcement-publishing";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { BoilerplateInput } from "./input";
import { lastVersion } from "./queries";

/**
 * Begins a text that is used again, or writes its next version; texts that hold an earlier one keep it. Saving what is
 * already there writes nothing. Refuses `stale` with theirs, `boilerplate_removed`, `not_found`.
 */
export async function save(
  actor: Actor,
  { id, revision, name, heading, text }: BoilerplateInput,
  at = now(),
) {
  return db().transaction(async (tx) => {
    const row = await begun(tx, id, name, at);
    ensure(actor, "boilerplate.edit");
    if (row.removedAt) throw new Refusal("boilerplate_removed");
    const last = await lastVersion(tx, row.id);
    const theirs = { name: row.name, heading: last?.heading, text: last?.text, revision: last?.number };
    if ((last?.number ?? 0) !== revision) throw new Refusal("stale", {}, { theirs });
    if (last && isSame(theirs, { name, heading, text })) return { id: row.id, revision };
    await tx.update(boilerplates).set({ name }).where(eq(boilerplates.id, row.id));
    const number = revision + 1;
    const said = { heading, text, savedAt: at, savedBy: actorName(actor) };
    await tx.insert(boilerplateVersions).values({ boilerplateId: row.id, number, ...said });
    const details = { name, version: number };
    await record(tx, actor, { action: "boilerplate.edit", subject: ["boilerplate", row.id], at, details });
    return { id: row.id, revision: number };
  });
}

/** The row that is the queue for the versions of a text, locked; a new one where it is begun. */
async function begun(tx: Transaction, id: string | null, name: string, at: Date) {
  if (!id) {
    const [row] = await tx.insert(boilerplates).values({ name, createdAt: at }).returning();
    if (row) return row;
    throw new Refusal("not_found");
  }
  const [row] = await tx.select().from(boilerplates).where(eq(boilerplates.id, id)).for("update");
  if (!row) throw new Refusal("not_found");
  return row;
}

type Said = { name: string; heading: Localized | undefined; text: Localized | undefined };

function isSame(one: Said, other: Said) {
  const canonical = ({ name, heading = {}, text = {} }: Said) =>
    JSON.stringify([name, ...[heading, text].map((words) => Object.entries(words).toSorted())]);
  return canonical(one) === canonical(other);
}

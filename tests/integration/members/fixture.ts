import crypto from "node:crypto";
import { count, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import type { Actor } from "@/domain/access/actor";
import { create } from "@/domain/organisations/create";
import { organisationInput } from "@/domain/organisations/input";

/** Someone signed in, with a role. */
export const as = (role: Role): Actor => ({
  kind: "user",
  id: crypto.randomUUID(),
  name: "Elin Sandell",
  role,
  organisationId: null,
});

export const organizer = as("organizer");

/** A company of a new name. */
export async function aCompany(name = `Company ${crypto.randomUUID()}`) {
  const input = organisationInput.parse({
    kind: "company",
    name: { en: name, sv: "" },
    formalName: { en: "", sv: "" },
    sectors: ["steel"],
  });
  return create(organizer, input);
}

/** What was recorded about a thing, in order. */
export async function deedsOf(id: string) {
  const rows = await db()
    .select({ action: history.action, reason: history.reason, details: history.details })
    .from(history)
    .where(eq(history.subjectId, id))
    .orderBy(history.id);
  return rows;
}

/** How much there is in history and outbox: what a refused deed must leave alone. */
export async function written() {
  const [[deeds], [letters]] = await Promise.all([
    db().select({ n: count() }).from(history),
    db().select({ n: count() }).from(mails),
  ]);
  return { deeds: deeds?.n, letters: letters?.n };
}

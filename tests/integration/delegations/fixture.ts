import crypto from "node:crypto";
import { asc, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import type { NominateInput } from "@/domain/delegations/input";
import { nominate } from "@/domain/delegations/nominate";
import { open } from "@/domain/delegations/open";
import { submit } from "@/domain/delegations/submit";
import { organizer } from "../../support/actors";
import { at, makeEvent, makeOrganisation } from "../../support/make";

type User = Extract<Actor, { kind: "user" }>;

/** A focal point of an organisation, with an account that mails go to. */
export async function makeFocalPoint(
  organisationId: string,
  locale: "en" | "sv" = "en",
): Promise<User & { email: string }> {
  const [row] = await db()
    .insert(users)
    .values({
      name: "Karin Öberg",
      email: `focal-${crypto.randomUUID()}@example.org`,
      role: "focal_point",
      organisationId,
      locale,
    })
    .returning();
  if (!row) throw new Error("no user");
  return { kind: "user", id: row.id, name: row.name, role: "focal_point", organisationId, email: row.email };
}

/** An organisation with a focal point and an open delegation at an event. */
export async function makeDelegation(eventId: string) {
  const organisation = await makeOrganisation();
  const focal = await makeFocalPoint(organisation.id);
  await open(organizer, { eventId, members: false, organisationIds: [organisation.id] }, at);
  const [delegation] = await db()
    .select()
    .from(delegations)
    .where(eq(delegations.organisationId, organisation.id));
  if (!delegation) throw new Error("no delegation");
  return { ...delegation, organisation, focal };
}

/** A summit that nominates until 20 May 2026, 12:00 UTC, with two hours of grace, and a delegation at it. */
export async function makeScene(facts: Parameters<typeof makeEvent>[0] = {}) {
  const event = await makeEvent({
    nominationClosesAt: new Date("2026-05-20T12:00:00Z"),
    nominationGraceMinutes: 120,
    registrationPolicy: "approval",
    ...facts,
  });
  return { event, delegation: await makeDelegation(event.id) };
}

/** In the grace, and after it. */
export const inGrace = new Date("2026-05-20T13:00:00Z");
export const tooLate = new Date("2026-05-20T14:00:00Z");

/** What a focal point writes who nominates somebody. */
export function nominee(delegationId: string, facts: Partial<NominateInput> = {}): NominateInput {
  return {
    delegationId,
    name: "Mohammed bin Salman",
    courtesyTitle: "",
    familyName: "bin Salman",
    functionalTitle: "Adviser",
    email: `nominee-${crypto.randomUUID()}@example.org`,
    class: "delegate",
    level: "senior_official",
    alternate: false,
    locale: "en",
    accessNeeds: "",
    dietaryNeeds: "",
    ...facts,
  };
}

export async function rowOf(id: string) {
  const [row] = await db().select().from(participations).where(eq(participations.id, id));
  if (!row) throw new Error("no participation");
  return row;
}

export async function peopleOf(delegationId: string) {
  return db()
    .select()
    .from(participations)
    .where(eq(participations.delegationId, delegationId))
    .orderBy(asc(participations.arrival), asc(participations.createdAt));
}

type Delegation = Awaited<ReturnType<typeof makeDelegation>>;

/** Somebody nominated, as they stand. */
export async function nominated(delegation: Delegation, facts: Partial<NominateInput> = {}) {
  const { id } = await nominate(delegation.focal, nominee(delegation.id, facts), at);
  return rowOf(id);
}

/** Somebody submitted beside a head. */
export async function submitted(delegation: Delegation, facts: Partial<NominateInput> = {}) {
  const head = (await peopleOf(delegation.id)).find((row) => row.class === "head");
  const others =
    head || facts.class === "head" ? [] : [await nominated(delegation, { class: "head", email: null })];
  const row = await nominated(delegation, facts);
  const chosen = [...others, row].map(({ id, revision }) => ({ id, revision }));
  await submit(delegation.focal, { delegationId: delegation.id, chosen }, at);
  return rowOf(row.id);
}

export async function mailsTo(address: string | null) {
  return db()
    .select()
    .from(mails)
    .where(eq(mails.toAddress, address ?? ""))
    .orderBy(desc(mails.createdAt));
}

export async function deedsOf(subjectId: string) {
  const rows = await db()
    .select()
    .from(history)
    .where(eq(history.subjectId, subjectId))
    .orderBy(asc(history.id));
  return rows.map((row) => ({ action: row.action, reason: row.reason, details: row.details }));
}

/** The first bytes of a PDF, which is how one is known. */
export function letterFile(text = "%PDF-1.4\n% a letter\n%%EOF\n", name = "letter.pdf") {
  return new File([text], name, { type: "application/pdf" });
}

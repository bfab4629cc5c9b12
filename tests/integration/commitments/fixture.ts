import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { commitments } from "@/db/schema/commitments";
import { create } from "@/domain/commitments/create";
import { commitmentInput, editCommitmentInput, reportCommitmentInput } from "@/domain/commitments/input";
import { publish } from "@/domain/commitments/publish";
import { publicCommitmentsOf } from "@/domain/commitments/queries";
import { editor, organizer } from "../../support/actors";
import { at } from "../../support/make";
import { hiddenSpell } from "../announcements/fixture";

/** An organisation that the public knows as a member, unless the facts of its membership say otherwise. */
export async function owner(name: string, publicFrom: Date | null = new Date("2026-01-01T00:00:00Z")) {
  return (await hiddenSpell(name, { publicFrom, joinedOn: "2026-01-01" })).organisation;
}

/** What a form sends of a commitment of some organisations. */
export const form = (owners: { id: string }[], facts: object = {}) => ({
  title: { en: "Buy steel without coal", sv: "Köp stål utan kol" },
  measure: { en: "Tonnes bought a year", sv: "" },
  owners: owners.map((one) => one.id),
  madeOn: "2026-02-01",
  dueOn: "2030-12-31",
  ...facts,
});

export const entered = (owners: { id: string }[], facts: object = {}) =>
  commitmentInput.parse(form(owners, facts));
export const changed = (id: string, revision: number, owners: { id: string }[], facts: object = {}) =>
  editCommitmentInput.parse({ ...form(owners, facts), id, revision });
export const reported = (id: string, revision: number, eventId: string, progress: string, text = "") =>
  reportCommitmentInput.parse({ id, revision, eventId, progress, text: { en: text, sv: "" } });

/** A commitment that is public from the tests' moment on, at its second revision. */
export async function published(owners: { id: string }[], facts: object = {}) {
  const { id } = await create(editor, entered(owners, facts), at);
  await publish(organizer, { id, revision: 1 }, at);
  return id;
}

export async function commitmentOf(id: string) {
  const [row] = await db().select().from(commitments).where(eq(commitments.id, id));
  if (!row) throw new Error("no commitment");
  return row;
}

/** What the page of an organisation says at a moment of one commitment. */
export async function told(organisation: { id: string }, id: string, moment = at) {
  return (await publicCommitmentsOf(organisation.id, moment)).find((one) => one.id === id);
}

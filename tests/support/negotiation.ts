import { db } from "@/db/client";
import type { ParagraphKind } from "@/db/enums";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import type { ProposeInput } from "@/domain/amendments/input";
import { circulate } from "@/domain/negotiations/circulate";
import { inviteParties } from "@/domain/negotiations/invite-parties";
import { create } from "@/domain/statements/create";
import { latestRevision } from "@/domain/statements/lock";
import { save } from "@/domain/statements/save";
import { editor, organizer } from "./actors";
import { at, makeOrganisation } from "./make";

export type FocalPoint = Extract<Actor, { kind: "user" }> & { organisationId: string };

/** An organisation with a focal point who has an account, and so is written to. */
export async function makeFocalPoint(name: string, locale: "en" | "sv" = "en"): Promise<FocalPoint> {
  const { id: organisationId } = await makeOrganisation(name);
  const email = `${crypto.randomUUID()}@example.org`;
  const [row] = await db()
    .insert(users)
    .values({ name: `Focal point of ${name}`, email, role: "focal_point", organisationId, locale })
    .returning({ id: users.id });
  if (!row) throw new Error("no user");
  return { kind: "user", id: row.id, name: `Focal point of ${name}`, role: "focal_point", organisationId };
}

/** A statement with a text of operative paragraphs. */
export async function makeStatement(words: string[]) {
  const slug = `s-${crypto.randomUUID()}`;
  const { id } = await create(
    editor,
    { kind: "joint_statement", slug, title: "On steel", eventId: null, authenticLocale: "en" },
    at,
  );
  await write(
    id,
    words.map((text) => ({ id: "", kind: "operative" as const, text })),
  );
  return id;
}

/** Saves a text on top of the latest. */
export async function write(id: string, paragraphs: { id: string; kind: ParagraphKind; text: string }[]) {
  const latest = await latestRevision(db(), id, "en");
  const basedOn = latest?.id ?? null;
  return save(
    editor,
    { id, locale: "en", basedOn, translationOf: null, title: "On steel", note: "", paragraphs } as never,
    at,
  );
}

/** The latest authentic text of a statement. */
export async function textOf(id: string) {
  const latest = await latestRevision(db(), id, "en");
  if (!latest) throw new Error("no text");
  return latest;
}

/** Makes the organisations of focal points parties. */
export async function invite(id: string, people: FocalPoint[], drafting = false) {
  const organisationIds = people.map((one) => one.organisationId);
  return inviteParties(organizer, { id, organisationIds, drafting }, at);
}

/** Sends the latest text round. */
export async function sendRound(id: string, note = "") {
  return circulate(organizer, { id, revisionId: (await textOf(id)).id, note }, at);
}

/** What the form of an amendment to the latest text sends, with only what is said. */
export async function proposal(id: string, said: Partial<ProposeInput>): Promise<ProposeInput> {
  return {
    id,
    revisionId: (await textOf(id)).id,
    kind: "replace",
    paragraphId: null,
    organisationId: null,
    text: "",
    paragraphKind: "operative",
    level: undefined,
    parts: [],
    afterId: "",
    title: "",
    reason: "It is clearer.",
    ...said,
  };
}

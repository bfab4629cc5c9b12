import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale, StatementKind } from "@/db/enums";
import { memberships } from "@/db/schema/organisations";
import { statementRevisions } from "@/db/schema/statements";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { adopt } from "@/domain/statements/adopt";
import { create } from "@/domain/statements/create";
import { publish } from "@/domain/statements/publish";
import { save } from "@/domain/statements/save";
import { editor, organizer } from "./actors";
import { at, makeOrganisation } from "./make";

/** A statement of two paragraphs with its first text, not adopted. */
export async function makeStatement(kind: StatementKind = "joint_statement", title = "On steel") {
  const slug = `statement-${crypto.randomUUID()}`;
  const { id } = await create(editor, { kind, slug, title, eventId: null, authenticLocale: "en" }, at);
  const revisionId = await write(id, ["We agree.", "We will meet again."], "en", title);
  return { id, slug, revisionId };
}

/** Saves a text on top of the latest of its language; the paragraphs keep their ids by their place. */
export async function write(id: string, words: string[], locale: Locale = "en", title = "On steel") {
  const rows = await db().select().from(statementRevisions).where(eq(statementRevisions.statementId, id));
  const latest = (of: Locale) =>
    rows.filter((row) => row.locale === of).toSorted((a, b) => b.number - a.number)[0];
  const known = latest(locale)?.paragraphs.length ? latest(locale) : latest("en");
  const saved = await save(
    editor,
    {
      id,
      locale,
      basedOn: latest(locale)?.id ?? null,
      translationOf: locale === "en" ? null : (latest("en")?.id ?? null),
      title,
      note: "",
      paragraphs: words.map((text, index) => ({
        id: known?.paragraphs[index]?.id ?? "",
        kind: "operative" as const,
        text,
      })),
    } as Parameters<typeof save>[1],
    at,
  );
  return saved.id;
}

/** The ids of the paragraphs of a revision. */
export async function paragraphIds(revisionId: string): Promise<string[]> {
  const [row] = await db().select().from(statementRevisions).where(eq(statementRevisions.id, revisionId));
  return row?.paragraphs.map((paragraph) => paragraph.id) ?? [];
}

/** A statement that was adopted the day before the tests' moment. */
export async function makeAdopted(title?: string) {
  const statement = await makeStatement("joint_statement", title);
  await adopt(
    organizer,
    {
      id: statement.id,
      revisionId: statement.revisionId,
      method: "consensus",
      adoptedAt: "2026-03-01T12:00",
      zone: "Europe/Stockholm",
      agendaItemId: null,
      chairId: null,
    },
    at,
  );
  return { ...statement, paragraphs: await paragraphIds(statement.revisionId) };
}

/** One that is public in English from the tests' moment on. */
export async function makePublic(title?: string) {
  const statement = await makeAdopted(title);
  const { id, revisionId } = statement;
  const { id: publicationId } = await publish(
    organizer,
    { id, revisionId, locale: "en", publicFrom: null, zone: "Europe/Stockholm" } as Parameters<
      typeof publish
    >[1],
    at,
  );
  return { ...statement, publicationId };
}

/** A member with a focal point who reads a language. */
export async function makeMember(name: string, locale: Locale = "en") {
  const organisation = await makeOrganisation(name);
  await db()
    .insert(memberships)
    .values({
      organisationId: organisation.id,
      joinedOn: "2026-01-01",
      publicFrom: new Date("2026-01-01T00:00:00Z"),
    });
  const [account] = await db()
    .insert(users)
    .values({
      name: `Contact of ${name}`,
      email: `${crypto.randomUUID()}@example.org`,
      role: "focal_point",
      organisationId: organisation.id,
      locale,
    })
    .returning();
  if (!account) throw new Error("no account");
  const actor: Extract<Actor, { kind: "user" }> & { organisationId: string } = {
    kind: "user",
    id: account.id,
    name: account.name,
    role: "focal_point",
    organisationId: organisation.id,
  };
  return { organisation, actor, email: account.email };
}

import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { statementParties } from "@/db/schema/negotiations";
import { errata } from "@/db/schema/procedures";
import { statementRevisions, statements } from "@/db/schema/statements";
import type { Actor } from "@/domain/access/actor";
import { decide } from "@/domain/errata/decide";
import { errataOf, textsToCorrect, verifiedErrata } from "@/domain/errata/queries";
import { report } from "@/domain/errata/report";
import { adopt } from "@/domain/statements/adopt";
import { create } from "@/domain/statements/create";
import { publish } from "@/domain/statements/publish";
import { save } from "@/domain/statements/save";
import { successionOf } from "@/domain/statements/succession";
import { violation } from "@/lib/refusal";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);
let made = 0;

async function begin(supersedesId: string | null = null) {
  const slug = `errata-${++made}`;
  const facts = { kind: "joint_statement" as const, slug, title: "On steel", eventId: null };
  return { slug, ...(await create(editor, { ...facts, authenticLocale: "en", supersedesId }, at)) };
}

async function headOf(id: string) {
  const rows = await db().select().from(statementRevisions).where(eq(statementRevisions.statementId, id));
  return rows.filter((row) => row.locale === "en").toSorted((a, b) => b.number - a.number)[0];
}

async function write(id: string, words: string) {
  const head = await headOf(id);
  const text = {
    id,
    locale: "en" as const,
    basedOn: head?.id ?? null,
    translationOf: null,
    title: "On steel",
    note: "",
    paragraphs: [{ id: "", kind: "operative" as const, text: words }],
  };
  return save(editor, text, at);
}

async function adopted(words = "We will meet in *Stokholm* by 2030.") {
  const statement = await begin();
  const { id: revisionId, paragraphs } = await write(statement.id, words);
  const record = {
    id: statement.id,
    revisionId,
    method: "consensus" as const,
    adoptedAt: "2026-03-01T12:00",
    zone: "UTC",
    agendaItemId: null,
    chairId: null,
  };
  await adopt(organizer, record, at);
  return { ...statement, revisionId, paragraphId: paragraphs[0]?.id ?? "" };
}

const mistake = (statement: { id: string; paragraphId: string }) => ({
  statementId: statement.id,
  locale: "en" as const,
  paragraphId: statement.paragraphId,
  kind: "editorial" as const,
  says: "Stokholm",
  shouldSay: "Stockholm",
});

describe("a mistake", () => {
  it("is reported in words that stand there, and public once it is verified; the text stays", async () => {
    const statement = await adopted();
    const before = await headOf(statement.id);
    const { id } = await report(editor, mistake(statement), at);
    const shown = () =>
      verifiedErrata({ id: statement.id, locale: "en", paragraphs: before?.paragraphs ?? [] });
    expect(await shown()).toEqual([]);
    await refused("says_not_in_text", () => report(editor, { ...mistake(statement), says: "Oslo" }, at));
    await refused("says_not_in_text", () =>
      report(editor, { ...mistake(statement), paragraphId: crypto.randomUUID() }, at),
    );
    const found = { id, revision: 1, state: "verified" as const, reason: "" };
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => decide(actor, found, at));
    await decide(organizer, { ...found, state: "held", reason: "With the next edition." }, at);
    await refused("changed_since", () => decide(organizer, found, at));
    await decide(organizer, { ...found, revision: 2 }, at);
    await refused("erratum_decided", () =>
      decide(organizer, { ...found, revision: 3, state: "rejected", reason: "No." }, at),
    );
    expect(await shown()).toMatchObject([{ says: "Stokholm", shouldSay: "Stockholm", decidedAt: at }]);
    expect(await headOf(statement.id)).toEqual(before);
    await refused("statement_adopted", () => write(statement.id, "We will meet in Stockholm."));
  });

  it("of two who decide at once is decided by one", async () => {
    const statement = await adopted();
    const { id } = await report(editor, mistake(statement), at);
    const both = await Promise.allSettled([
      decide(organizer, { id, revision: 1, state: "verified", reason: "" }, at),
      decide(organizer, { id, revision: 1, state: "rejected", reason: "No." }, at),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [row] = await db().select().from(errata).where(eq(errata.id, id));
    expect(row?.revision).toBe(2);
  });

  it("is reported at the desk by who took part, and by nobody else", async () => {
    const statement = await adopted();
    const { id: organisationId } = await makeOrganisation("Alpha");
    const actor: Actor = { ...focalPoint, organisationId };
    await refused("not_found", () => report(actor, mistake(statement), at));
    await refused("not_found", () => textsToCorrect(actor, statement.id));
    await db()
      .insert(statementParties)
      .values({ statementId: statement.id, organisationId, invitedBy: "test" });
    await report(actor, mistake(statement), at);
    expect(await textsToCorrect(actor, statement.id)).toHaveLength(1);
    expect(await errataOf(editor, statement.id)).toMatchObject([{ state: "reported" }]);
    await refused("not_allowed", () => errataOf(actor, statement.id));
    for (const other of [protocol, door, stranger])
      await refused("not_allowed", () => report(other, mistake(statement), at));
  });

  it("needs an adopted text", async () => {
    const { id } = await begin();
    const { paragraphs } = await write(id, "Stokholm.");
    await refused("not_adopted", () =>
      report(editor, mistake({ id, paragraphId: paragraphs[0]?.id ?? "" }), at),
    );
  });
});

describe("a statement that takes the place of another", () => {
  it("begins with its text, each paragraph citing its own, and each points to the other once both are public", async () => {
    const old = await adopted();
    const successor = await begin(old.id);
    const head = await headOf(successor.id);
    expect(head?.paragraphs).toHaveLength(1);
    expect(head?.paragraphs[0]).toMatchObject({
      text: "We will meet in *Stokholm* by 2030.",
      cites: { statementId: old.id, paragraphId: old.paragraphId },
    });
    expect(head?.paragraphs[0]?.id).not.toBe(old.paragraphId);
    const now = { locale: "en" as const, publicFrom: null, zone: "UTC" };
    await publish(organizer, { id: old.id, revisionId: old.revisionId, ...now }, at);
    expect(await successionOf(old.id, at)).toEqual({ supersedes: [], supersededBy: [] });
    const record = {
      id: successor.id,
      revisionId: head?.id ?? "",
      method: "consensus" as const,
      adoptedAt: "2026-03-02T08:00",
      zone: "UTC",
      agendaItemId: null,
      chairId: null,
    };
    await adopt(organizer, record, at);
    await publish(organizer, { id: successor.id, revisionId: head?.id ?? "", ...now }, at);
    expect(await successionOf(old.id, at)).toMatchObject({ supersededBy: [{ slug: successor.slug }] });
    expect(await successionOf(successor.id, at)).toMatchObject({ supersedes: [{ slug: old.slug }] });
  });

  it("needs one that is adopted, never itself, and is never moved to another", async () => {
    const draft = await begin();
    await refused("not_adopted", () => begin(draft.id));
    await refused("no_such_statement", () => begin(crypto.randomUUID()));
    const old = await adopted();
    const successor = await begin(old.id);
    const loop = db().update(statements).set({ supersedesId: successor.id }).where(eq(statements.id, old.id));
    expect(violation(await loop.catch((error) => error))?.state).toBe("23001");
    const id = crypto.randomUUID();
    const itself = db()
      .insert(statements)
      .values({ id, slug: id, kind: "joint_statement", supersedesId: id });
    expect(violation(await itself.catch((error) => error))?.constraint).toBe("statements_supersedes_another");
  });
});

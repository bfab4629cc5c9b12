import crypto from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { statementParties } from "@/db/schema/negotiations";
import { memberships, organisations } from "@/db/schema/organisations";
import { procedureEntitled, procedureResponses, procedures, procedureTold } from "@/db/schema/procedures";
import { adoptions, statementRevisions } from "@/db/schema/statements";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { answer } from "@/domain/procedures/answer";
import { cancel } from "@/domain/procedures/cancel";
import { close, closeDue } from "@/domain/procedures/close";
import { decisionAtDesk, decisionsAtDesk } from "@/domain/procedures/desk-queries";
import { extend } from "@/domain/procedures/extend";
import type { OpenInput } from "@/domain/procedures/input";
import { open } from "@/domain/procedures/open";
import { proceduresOf } from "@/domain/procedures/organizer-queries";
import { remind } from "@/domain/procedures/remind";
import { adopt } from "@/domain/statements/adopt";
import { create } from "@/domain/statements/create";
import { save } from "@/domain/statements/save";
import { violation } from "@/lib/refusal";
import { door, editor, house, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";

/** 10:00 in Stockholm, a day and a bit after the moment of the tests. */
const deadline = new Date("2026-03-05T09:00:00Z");
const ms = (instant: Date, n: number) => new Date(instant.getTime() + n);
let made = 0;

beforeAll(makeGroup);

/** An organisation with a focal point, who acts for it. */
async function party(statementId: string, name: string) {
  const organisation = await makeOrganisation(name);
  await db()
    .insert(statementParties)
    .values({ statementId, organisationId: organisation.id, invitedBy: "test" });
  return { organisation, actor: await focalPointOf(organisation.id, name) };
}

async function focalPointOf(organisationId: string, name: string, locale: "en" | "sv" = "sv") {
  const email = `${crypto.randomUUID()}@example.org`;
  const [row] = await db()
    .insert(users)
    .values({ email, name: `For ${name}`, role: "focal_point", organisationId, locale })
    .returning();
  const actor: Actor = {
    kind: "user",
    id: row?.id ?? "",
    name: row?.name ?? "",
    role: "focal_point",
    organisationId,
  };
  return { ...actor, email };
}

async function begin(words = "We agree.") {
  const { id } = await create(
    editor,
    {
      kind: "joint_statement",
      slug: `decided-${++made}`,
      title: "On steel",
      eventId: null,
      authenticLocale: "en",
    },
    at,
  );
  const revision = await write(id, words);
  return { id, revisionId: revision.id, paragraphs: revision.paragraphs };
}

async function write(id: string, words: string) {
  const rows = await db().select().from(statementRevisions).where(eq(statementRevisions.statementId, id));
  const latest = rows.filter((row) => row.locale === "en").toSorted((a, b) => b.number - a.number)[0];
  return save(
    editor,
    {
      id,
      locale: "en",
      basedOn: latest?.id ?? null,
      translationOf: null,
      title: "On steel",
      note: "",
      paragraphs: [{ id: "", kind: "operative", text: words }],
    },
    at,
  );
}

const opening = (
  statement: { id: string; revisionId: string },
  more: Partial<OpenInput> = {},
): OpenInput => ({
  statementId: statement.id,
  revisionId: statement.revisionId,
  kind: "silence",
  among: "parties",
  opensAt: null,
  deadline: "2026-03-05T10:00",
  zone: "Europe/Stockholm",
  required: null,
  majority: "simple",
  ...more,
});

const lettersTo = async (email: string) =>
  (await db().select().from(mails).where(eq(mails.toAddress, email))).map(
    ({ template, subject, locale }) => ({
      template,
      subject,
      locale,
    }),
  );
const one = async (id: string) => (await db().select().from(procedures).where(eq(procedures.id, id)))[0];
const adoptionsOf = (id: string) => db().select().from(adoptions).where(eq(adoptions.statementId, id));

let statement: Awaited<ReturnType<typeof begin>>;
let first: Awaited<ReturnType<typeof party>>;
let second: Awaited<ReturnType<typeof party>>;

beforeEach(async () => {
  statement = await begin();
  first = await party(statement.id, "Alpha");
  second = await party(statement.id, "Beta");
});

const opened = (more: Partial<OpenInput> = {}) => open(organizer, opening(statement, more), at);
const said = (id: string, more: Partial<Parameters<typeof answer>[1]> = {}) => ({
  id,
  organisationId: first.organisation.id,
  answer: "objects" as const,
  text: "Not by 2030.",
  paragraphIds: [] as string[],
  seen: "",
  ...more,
});

describe("opening", () => {
  it("pins the text, freezes the entitled by name, tells each once in their language, and locks the text", async () => {
    const { id } = await opened();
    const procedure = await one(id);
    expect(procedure).toMatchObject({
      deadline,
      state: "open",
      revisionId: statement.revisionId,
      opensAt: at,
    });
    const entitled = await db().select().from(procedureEntitled).where(eq(procedureEntitled.procedureId, id));
    expect(entitled.map((row) => row.name.en).toSorted()).toEqual(["Alpha", "Beta"]);
    expect(await lettersTo(first.actor.email)).toMatchObject([
      { template: "procedure-opened", locale: "sv" },
    ]);
    await refused("text_locked", () => write(statement.id, "Changed meanwhile."));
    const queued = await db().execute(
      sql`select run_at from graphile_worker.jobs where task_identifier = 'close-procedure' and key = ${`procedure:${id}`}`,
    );
    expect(new Date(String(queued[0]?.run_at))).toEqual(ms(deadline, 2_000));
  });

  it("is refused with all that stands in its way, and by who may not", async () => {
    await opened();
    const again = await refused("obstacles", () =>
      opened({ deadline: "2026-03-01T10:00", required: 5, kind: "vote" }),
    );
    expect(again.attached).toEqual(["procedure_open", "required_too_many", "deadline_not_later"]);
    const other = await begin("We agree [by 2030|by 2035].");
    const open_ = () => open(organizer, opening(other), at);
    expect((await refused("obstacles", open_)).attached).toEqual(["brackets", "nobody_entitled"]);
    await refused("time_not_unique", () => opened({ deadline: "2026-03-29T02:30" }));
    await refused("time_not_unique", () => opened({ deadline: "2026-10-25T02:30" }));
    for (const actor of [editor, protocol, door, first.actor, stranger])
      await refused("not_allowed", () => open(actor, opening(statement), at));
  });

  it("is of one at a time, though two open at once", async () => {
    const both = await Promise.allSettled([opened(), opened({ kind: "vote" })]);
    expect(both.map((done) => done.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("among members counts those of the day that are publicly known, and no one under embargo", async () => {
    const spells = [
      ["2020-01-01", null, at],
      ["2020-01-01", "2026-03-01", at],
      ["2020-01-01", null, ms(at, 1)],
    ] as const;
    const names: string[] = [];
    for (const [joinedOn, leftOn, publicFrom] of spells) {
      const organisation = await makeOrganisation(`Member ${names.length}`);
      await db()
        .insert(memberships)
        .values({
          organisationId: organisation.id,
          joinedOn,
          leftOn,
          leftPrecision: leftOn ? "day" : null,
          publicFrom,
        });
      names.push(organisation.id);
    }
    const { id } = await opened({ among: "members" });
    const entitled = await db().select().from(procedureEntitled).where(eq(procedureEntitled.procedureId, id));
    expect(names.map((name) => entitled.some((row) => row.organisationId === name))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("silence", () => {
  it("is broken by an objection a millisecond before the deadline, at once, and everybody is told", async () => {
    const { id } = await opened();
    const moment = ms(deadline, -1);
    const [paragraph] = statement.paragraphs;
    const objection = said(id, { paragraphIds: [paragraph?.id ?? ""] });
    expect(await answer(first.actor, objection, moment)).toEqual({ state: "broken" });
    expect(await one(id)).toMatchObject({ state: "broken", endedAt: moment });
    expect(await close(house, { id }, ms(deadline, 5))).toBe("nothing");
    expect(await adoptionsOf(statement.id)).toEqual([]);
    for (const actor of [first.actor, second.actor])
      expect((await lettersTo(actor.email)).map((mail) => mail.template)).toEqual([
        "procedure-opened",
        "procedure-broken",
      ]);
    const seen = await decisionAtDesk(second.actor, statement.id);
    expect(seen.answers).toMatchObject([{ name: { en: "Alpha" }, answer: "objects", text: "Not by 2030." }]);
    await write(statement.id, "Changed after it.");
  });

  it("takes nothing at the deadline or after it, though nobody has closed it yet, and nothing before it opens", async () => {
    const { id } = await opened({ opensAt: "2026-03-03T10:00" });
    await refused("procedure_not_open_yet", () => answer(first.actor, said(id), ms(at, 1)));
    for (const late of [deadline, ms(deadline, 1), ms(deadline, 86_400_000)])
      await refused("deadline_passed", () => answer(first.actor, said(id), late));
    expect(await close(house, { id }, ms(deadline, 90_000_000))).toBe("adopted");
    await refused("procedure_ended", () => answer(first.actor, said(id), ms(deadline, -1)));
  });

  it("adopts at its deadline though the house was down for two days, once, by the record of the deadline", async () => {
    const { id } = await opened();
    expect(await close(house, { id }, ms(deadline, -1))).toBe("waits");
    const late = ms(deadline, 2 * 86_400_000);
    expect(await closeDue(house, late)).toBeGreaterThanOrEqual(1);
    const [record] = await adoptionsOf(statement.id);
    const procedure = await one(id);
    expect(record).toMatchObject({
      adoptedAt: deadline,
      recordedAt: late,
      method: "silence",
      zone: "Europe/Stockholm",
      hash: procedure?.hash,
      revisionId: statement.revisionId,
    });
    expect(record?.attendance.map((who) => who.name.en).toSorted()).toEqual(["Alpha", "Beta"]);
    expect(procedure).toMatchObject({ state: "adopted", endedAt: deadline });
    expect(await close(house, { id }, late)).toBe("nothing");
    await refused("statement_adopted", () => write(statement.id, "Changed after all."));
  });

  it("is adopted exactly once by several that close it at once", async () => {
    const { id } = await opened();
    const closers = await Promise.all(
      Array.from({ length: 6 }, () => close(house, { id }, ms(deadline, 10))),
    );
    expect(closers.toSorted()).toEqual(["adopted", "nothing", "nothing", "nothing", "nothing", "nothing"]);
    expect(await adoptionsOf(statement.id)).toHaveLength(1);
    const results = (await lettersTo(first.actor.email)).filter(
      (mail) => mail.template === "procedure-result",
    );
    expect(results).toHaveLength(1);
  });

  it("of an objection in time and an end at once comes to one of the two, never to both", async () => {
    const { id } = await opened();
    await Promise.allSettled([
      answer(first.actor, said(id), ms(deadline, -1)),
      close(house, { id }, ms(deadline, 1)),
    ]);
    const broken = (await one(id))?.state === "broken";
    expect(await adoptionsOf(statement.id)).toHaveLength(broken ? 0 : 1);
    const rows = await db().select().from(procedureResponses).where(eq(procedureResponses.procedureId, id));
    expect(rows).toHaveLength(broken ? 1 : 0);
  });

  it("keeps those entitled who left meanwhile, and lets no one in who joined", async () => {
    const { id } = await opened();
    await db().delete(statementParties).where(eq(statementParties.organisationId, first.organisation.id));
    const joined = await party(statement.id, "Gamma");
    const theirs = said(id, { organisationId: joined.organisation.id });
    await refused("not_entitled", () => answer(joined.actor, theirs, ms(at, 1)));
    await refused("not_found", () => decisionAtDesk(joined.actor, statement.id));
    expect(await answer(first.actor, said(id), ms(at, 1))).toEqual({ state: "broken" });
  });

  it("is objected to for one's own organisation only, or by the secretariat on its behalf", async () => {
    const { id } = await opened();
    const moment = ms(at, 1);
    for (const actor of [second.actor, editor, protocol, door, stranger])
      await refused("not_allowed", () => answer(actor, said(id), moment));
    await refused("not_asked", () => answer(first.actor, said(id, { answer: "consents" }), moment));
    const foreign = said(id, { paragraphIds: [crypto.randomUUID()] });
    await refused("foreign_paragraph", () => answer(first.actor, foreign, moment));
    expect(await answer(organizer, said(id), moment)).toEqual({ state: "broken" });
    const [row] = await db().select().from(procedureResponses).where(eq(procedureResponses.procedureId, id));
    expect(row?.givenBy).toBe(organizer.kind === "user" ? organizer.name : "");
  });
});

describe("the deadline", () => {
  it("moves only to later, by a new notice, and is what counts", async () => {
    const { id } = await opened();
    const move = (to: string, revision = 1) => ({ id, revision, deadline: to, reason: "More time." });
    await refused("deadline_not_later", () => extend(organizer, move("2026-03-05T10:00"), ms(at, 1)));
    for (const actor of [editor, first.actor, stranger])
      await refused("not_allowed", () => extend(actor, move("2026-03-06T10:00"), ms(at, 1)));
    await extend(organizer, move("2026-03-06T10:00"), ms(at, 1));
    await refused("changed_since", () => extend(organizer, move("2026-03-07T10:00"), ms(at, 2)));
    expect((await lettersTo(first.actor.email)).map((mail) => mail.template)).toContain("procedure-extended");
    expect(await close(house, { id }, deadline)).toBe("waits");
    expect(await answer(first.actor, said(id), ms(deadline, 1))).toEqual({ state: "broken" });
    const back = db().update(procedures).set({ deadline: at }).where(eq(procedures.id, id));
    expect(violation(await back.catch((error) => error))?.constraint).toBe("procedures_only_later");
  });

  it("is not extended, and the procedure not taken back, once it has passed: it is decided", async () => {
    const { id } = await opened();
    const later = { id, revision: 1, deadline: "2026-03-07T10:00", reason: "Too late." };
    await refused("deadline_passed", () => extend(organizer, later, deadline));
    await refused("deadline_passed", () => cancel(organizer, { id, revision: 1, reason: "No." }, deadline));
  });

  it("may be taken back before, with a reason everybody is told", async () => {
    const { id } = await opened();
    const back = { id, revision: 1, reason: "A paragraph was missing." };
    for (const actor of [editor, first.actor, stranger])
      await refused("not_allowed", () => cancel(actor, back, ms(at, 1)));
    await refused("changed_since", () => cancel(organizer, { ...back, revision: 2 }, ms(at, 1)));
    await cancel(organizer, back, ms(at, 1));
    expect(await one(id)).toMatchObject({ state: "cancelled", endReason: back.reason });
    expect((await lettersTo(second.actor.email)).map((mail) => mail.template)).toContain("procedure-result");
    await refused("procedure_ended", () => cancel(organizer, { ...back, revision: 2 }, ms(at, 1)));
    await opened();
  });

  it("is reminded of once each, only those who have not answered", async () => {
    const { id } = await opened({ kind: "written" });
    await answer(first.actor, said(id, { answer: "consents", text: "" }), ms(at, 1));
    const remindersOf = async (who: typeof first) =>
      (await lettersTo(who.actor.email)).filter((mail) => mail.template === "procedure-reminder").length;
    const hours = 3_600_000;
    const counts = [];
    for (const before of [25 * hours, 24 * hours, 23 * hours, 2 * hours, hours]) {
      await remind(house, ms(deadline, -before));
      counts.push(await remindersOf(second));
    }
    expect(counts).toEqual([0, 1, 1, 2, 2]);
    expect(await remindersOf(first)).toBe(0);
    await refused("not_allowed", () => remind(organizer, at));
    await close(house, { id }, deadline);
  });
});

describe("a written procedure and a vote", () => {
  const ballot = (id: string, who: typeof first, choice: "for" | "against" | "consents", seen = "") =>
    said(id, { organisationId: who.organisation.id, answer: choice as "objects", text: "", seen });

  it("adopt where so many consent as are needed", async () => {
    const { id } = await opened({ kind: "written", required: 1 });
    await answer(first.actor, ballot(id, first, "consents"), ms(at, 1));
    expect(await close(house, { id }, deadline)).toBe("adopted");
    expect((await adoptionsOf(statement.id))[0]?.method).toBe("written");
  });

  it("fail where one of all is silent, and free the text", async () => {
    const { id } = await opened({ kind: "written" });
    await answer(first.actor, ballot(id, first, "consents"), ms(at, 1));
    expect(await close(house, { id }, deadline)).toBe("failed");
    expect(await one(id)).toMatchObject({ state: "failed", endedAt: deadline });
    await write(statement.id, "Another try.");
  });

  it("let a ballot be changed until the deadline, on the ballot that was seen", async () => {
    const { id } = await opened({ kind: "vote" });
    const cast = ms(at, 1);
    await answer(first.actor, ballot(id, first, "against"), cast);
    await refused("answer_changed", () => answer(first.actor, ballot(id, first, "for"), ms(at, 2)));
    await answer(first.actor, ballot(id, first, "for", cast.toISOString()), ms(at, 2));
    await refused("deadline_passed", () =>
      answer(first.actor, ballot(id, first, "against", ms(at, 2).toISOString()), deadline),
    );
    const theirs = await decisionAtDesk(second.actor, statement.id);
    expect(theirs.answers).toEqual([]);
    expect(theirs.own).toBeUndefined();
    expect(await close(house, { id }, deadline)).toBe("adopted");
    const after = await decisionAtDesk(second.actor, statement.id);
    expect(after.answers).toMatchObject([{ name: { en: "Alpha" }, answer: "for" }]);
  });
});

describe("the room", () => {
  const inTheRoom = () => ({
    id: statement.id,
    revisionId: statement.revisionId,
    method: "consensus" as const,
    adoptedAt: "2026-03-01T12:00",
    zone: "UTC",
    agendaItemId: null,
    chairId: null,
    attendance: [first.organisation.id],
  });

  it("does not adopt while a procedure is open, nor does anybody at the database", async () => {
    const { id } = await opened();
    const error = await refused("obstacles", () => adopt(organizer, inTheRoom(), at));
    expect(error.attached).toEqual(["procedure_open"]);
    const procedure = await one(id);
    const forged = db()
      .insert(adoptions)
      .values({
        statementId: statement.id,
        revisionId: statement.revisionId,
        hash: procedure?.hash ?? "",
        method: "consensus",
        adoptedAt: at,
        zone: "UTC",
      });
    expect(violation(await forged.catch((thrown) => thrown))?.constraint).toBe("adoptions_procedure_open");
  });

  it("keeps who was there, by the names of the day", async () => {
    await refused("no_such_organisation", () =>
      adopt(organizer, { ...inTheRoom(), attendance: [crypto.randomUUID()] }, at),
    );
    await adopt(organizer, inTheRoom(), at);
    await db()
      .update(organisations)
      .set({ name: { en: "Renamed" } })
      .where(eq(organisations.id, first.organisation.id));
    const [record] = await adoptionsOf(statement.id);
    expect(record?.attendance).toEqual([{ id: first.organisation.id, name: { en: "Alpha" } }]);
    expect((await refused("obstacles", () => opened())).attached).toContain("adopted");
  });

  it("of an opening and an adoption at once lets one through", async () => {
    const both = await Promise.allSettled([opened(), adopt(organizer, inTheRoom(), at)]);
    expect(both.map((done) => done.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("what is seen", () => {
  it("is at the desk what one is entitled in, and in the workspace all of it", async () => {
    const { id } = await opened({ kind: "vote" });
    const other = await focalPointOf((await makeOrganisation("Elsewhere")).id, "Elsewhere");
    expect((await decisionsAtDesk(first.actor, at)).map((row) => row.id)).toEqual([id]);
    expect(await decisionsAtDesk(other, at)).toEqual([]);
    await refused("not_found", () => decisionAtDesk(other, statement.id));
    await answer(first.actor, said(id, { answer: "for" as "objects", text: "" }), ms(at, 1));
    const [seen] = await proceduresOf(editor, statement.id);
    expect(seen?.entitled.map((row) => row.response?.answer)).toEqual(["for", undefined]);
    expect(seen?.told.map((row) => row.notice)).toEqual(["opened"]);
    await refused("not_allowed", () => proceduresOf(first.actor, statement.id));
  });

  it("is written into history without what a ballot says", async () => {
    const { id } = await opened({ kind: "vote" });
    await answer(first.actor, said(id, { answer: "for" as "objects", text: "" }), ms(at, 1));
    const deeds = await db()
      .select()
      .from(history)
      .where(and(eq(history.subjectId, statement.id), eq(history.action, "procedure.answer")));
    expect(deeds).toHaveLength(1);
    expect(JSON.stringify(deeds[0]?.details)).not.toContain("for");
    const told = await db().select().from(procedureTold).where(eq(procedureTold.procedureId, id));
    expect(told).toHaveLength(1);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { amendments, statementCirculations, statementParties } from "@/db/schema/negotiations";
import { memberships } from "@/db/schema/organisations";
import { procedures } from "@/db/schema/procedures";
import type { Actor } from "@/domain/access/actor";
import { accept, bracket } from "@/domain/amendments/accept";
import { consolidate } from "@/domain/amendments/consolidate";
import { propose } from "@/domain/amendments/propose";
import { rebase } from "@/domain/amendments/rebase";
import { reject } from "@/domain/amendments/reject";
import { sponsor } from "@/domain/amendments/sponsor";
import { withdraw } from "@/domain/amendments/withdraw";
import { commentsFor } from "@/domain/comments/queries";
import { mayRead } from "@/domain/comments/rules";
import { say } from "@/domain/comments/say";
import { withdraw as withdrawComment } from "@/domain/comments/withdraw";
import { changeParty, removeParty } from "@/domain/negotiations/change-party";
import { circulate } from "@/domain/negotiations/circulate";
import { negotiationAtDesk, statementsAtDesk } from "@/domain/negotiations/desk-queries";
import { inviteMembers, inviteParties } from "@/domain/negotiations/invite-parties";
import { negotiationForOrganizer } from "@/domain/negotiations/organizer-queries";
import { adopt } from "@/domain/statements/adopt";
import { violation } from "@/lib/refusal";
import { door, editor, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import {
  type FocalPoint,
  invite,
  makeFocalPoint,
  makeStatement,
  proposal,
  sendRound,
  textOf,
  write,
} from "../../support/negotiation";
import { refused } from "../../support/refused";
import { countingStatements } from "../../support/statements";

let sweden: FocalPoint;
let india: FocalPoint;
let outsider: FocalPoint;

beforeAll(async () => {
  await makeGroup();
  sweden = await makeFocalPoint("Sweden", "sv");
  india = await makeFocalPoint("India");
  outsider = await makeFocalPoint("Nowhere");
});

/** A text sent round to Sweden and India. */
async function negotiated(words = ["We agree by 2030.", "We will meet.", "We will report."]) {
  const id = await makeStatement(words);
  await invite(id, [sweden, india]);
  await sendRound(id);
  const { paragraphs } = await textOf(id);
  return { id, ids: paragraphs.map((one) => one.id) };
}

async function proposed(actor: Actor, id: string, said: Parameters<typeof proposal>[1]) {
  return propose(actor, await proposal(id, said), at);
}

async function row(id: string) {
  const [found] = await db().select().from(amendments).where(eq(amendments.id, id));
  if (!found) throw new Error("no amendment");
  return found;
}

const step = async (id: string, amendmentId: string, reason = "") => ({
  id: amendmentId,
  revision: (await row(amendmentId)).revision,
  textId: (await textOf(id)).id,
  reason,
});

const mailsTo = async (actor: FocalPoint, template: string) =>
  (await db().select().from(mails).where(eq(mails.template, template))).filter(
    (mail) => mail.toName === actor.name,
  );

describe("parties", () => {
  it("are invited once, by organizers, and not while nobody may know of them", async () => {
    const id = await makeStatement(["One."]);
    expect(await invite(id, [sweden, india])).toEqual({ invited: 2 });
    expect(await invite(id, [sweden, india], true)).toEqual({ invited: 0 });
    const hidden = await makeOrganisation("To be announced");
    await db()
      .insert(memberships)
      .values({
        organisationId: hidden.id,
        joinedOn: "2026-01-01",
        publicFrom: new Date("2027-01-01T00:00:00Z"),
      });
    const input = { id, organisationIds: [hidden.id], drafting: false };
    await refused("no_such_organisation", () => inviteParties(organizer, input, at));
    await refused("no_such_organisation", () =>
      inviteParties(organizer, { ...input, organisationIds: [crypto.randomUUID()] }, at),
    );
    for (const actor of [editor, protocol, door, sweden, stranger]) {
      await refused("not_allowed", () => inviteParties(actor, input, at));
      await refused("not_allowed", () => inviteMembers(actor, { id }, "UTC", at));
      await refused("not_allowed", () =>
        removeParty(actor, { id, organisationId: sweden.organisationId }, at),
      );
    }
  });

  it("are all current members by one button, without those under embargo", async () => {
    const id = await makeStatement(["One."]);
    const member = await makeOrganisation("A member");
    const gone = await makeOrganisation("Was a member");
    const spell = { joinedOn: "2025-01-01", publicFrom: new Date("2025-01-01T00:00:00Z") };
    await db()
      .insert(memberships)
      .values([
        { organisationId: member.id, ...spell },
        { organisationId: gone.id, ...spell, leftOn: "2025-06-01", leftPrecision: "day" as const },
      ]);
    await inviteMembers(organizer, { id }, "Europe/Stockholm", at);
    const rows = await db().select().from(statementParties).where(eq(statementParties.statementId, id));
    expect(rows.map((one) => one.organisationId)).toEqual([member.id]);
  });

  it("join and leave the drafting group, and find nothing once they are removed", async () => {
    const { id } = await negotiated();
    const party = { id, organisationId: sweden.organisationId };
    await changeParty(organizer, { ...party, drafting: true }, at);
    expect((await negotiationAtDesk(sweden, id)).party.drafting).toBe(true);
    await removeParty(organizer, party, at);
    await refused("not_found", () => negotiationAtDesk(sweden, id));
    await refused("not_found", () => changeParty(organizer, { ...party, drafting: true }, at));
    await refused("not_a_party", () => proposed(sweden, id, { text: "x" }));
  });
});

describe("sending round", () => {
  it("numbers what is sent from the zero draft on, and tells every focal point once in their language", async () => {
    const before = (await mailsTo(sweden, "statement-circulated")).length;
    const { id, ids } = await negotiated();
    await refused("obstacles", () => sendRound(id));
    await write(id, [{ id: ids[0] ?? "", kind: "operative", text: "We agree." }]);
    expect(await sendRound(id, "Please read.")).toEqual({ number: 1, told: 2 });
    const letters = (await mailsTo(sweden, "statement-circulated")).slice(before);
    expect(letters).toHaveLength(2);
    expect(letters.map((mail) => mail.subject)).toEqual(["Utskickat: On steel", "Utskickat: On steel"]);
    expect(letters[1]?.text).toContain(`/sv/desk/statements/${id}`);
    expect(letters[1]?.text).toContain("Please read.");
  });

  it("is refused without text or parties, for an older text, and to other hands", async () => {
    const id = await makeStatement(["An [open bracket."]);
    const input = { id, revisionId: (await textOf(id)).id, note: "" };
    const { attached } = await refused("obstacles", () => circulate(organizer, input, at));
    expect(attached).toEqual(["no_parties", "problems"]);
    for (const actor of [editor, protocol, door, sweden, stranger])
      await refused("not_allowed", () => circulate(actor, input, at));
    await invite(id, [sweden]);
    const old = { ...input, revisionId: crypto.randomUUID() };
    expect((await refused("obstacles", () => circulate(organizer, old, at))).attached).toContain(
      "not_latest",
    );
    const row = { statementId: id, revisionId: input.revisionId, number: 0, circulatedBy: "x" };
    await db()
      .insert(statementCirculations)
      .values({ ...row, circulatedAt: at });
    const gone = db().delete(statementCirculations).where(eq(statementCirculations.statementId, id));
    expect(violation(await gone.catch((error) => error))?.state).toBe("23001");
  });
});

describe("the desk", () => {
  it("shows only parties what was sent round, and nothing of a working text", async () => {
    const { id, ids } = await negotiated();
    await write(id, [{ id: ids[0] ?? "", kind: "operative", text: "Not sent round." }]);
    const seen = await negotiationAtDesk(sweden, id);
    expect(JSON.stringify(seen)).not.toContain("Not sent round");
    expect((await statementsAtDesk(sweden)).map((one) => one.id)).toContain(id);
    expect((await statementsAtDesk(outsider)).map((one) => one.id)).not.toContain(id);
    await refused("not_found", () => negotiationAtDesk(outsider, id));
    const { id: working } = await textOf(id);
    await refused("not_found", () => negotiationAtDesk(sweden, id, working));
    for (const actor of [organizer, editor, door, stranger])
      await refused("not_allowed", () => negotiationAtDesk(actor, id));
  });
});

describe("proposing", () => {
  it("is for parties, on a text that was sent round and its own paragraphs", async () => {
    const { id, ids } = await negotiated();
    const said = { paragraphId: ids[0] ?? "", text: "We agree by 2035." };
    expect(await proposed(sweden, id, said)).toMatchObject({ number: 1 });
    expect(await proposed(organizer, id, { ...said, organisationId: india.organisationId })).toMatchObject({
      number: 2,
    });
    await refused("organisation_missing", () => proposed(organizer, id, said));
    await refused("not_a_party", () => proposed(outsider, id, said));
    await refused("not_allowed", () =>
      proposed(sweden, id, { ...said, organisationId: india.organisationId }),
    );
    for (const actor of [editor, protocol, door, stranger])
      await refused("not_allowed", () =>
        proposed(actor, id, { ...said, organisationId: sweden.organisationId }),
      );
    await refused("foreign_paragraph", () =>
      proposed(sweden, id, { ...said, paragraphId: crypto.randomUUID() }),
    );
    await refused("no_change", () => proposed(sweden, id, { ...said, text: "We agree by 2030." }));
    await refused("no_next", () =>
      proposed(sweden, id, { ...said, kind: "merge", paragraphId: ids[2] ?? "" }),
    );
    await refused("foreign_paragraph", () =>
      proposed(sweden, id, { ...said, kind: "move", afterId: crypto.randomUUID() }),
    );
    await refused("not_circulated", () => proposed(sweden, id, { ...said, revisionId: crypto.randomUUID() }));
  });

  it("is sponsored by others, and taken back by its own organisation only", async () => {
    const { id, ids } = await negotiated();
    const { id: own } = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "New." });
    const join = { id: own, organisationId: null, joins: "yes" as const };
    await sponsor(india, join, at);
    await sponsor(india, join, at);
    expect((await negotiationAtDesk(sweden, id)).amendments[0]?.sponsors).toHaveLength(1);
    await refused("own_amendment", () => sponsor(sweden, join, at));
    await refused("not_a_party", () => sponsor(outsider, join, at));
    await refused("not_allowed", () => withdraw(india, { id: own, revision: 1, reason: "" }, at));
    await refused("stale", () => withdraw(sweden, { id: own, revision: 2, reason: "" }, at));
    await sponsor(india, { ...join, joins: "no" }, at);
    await withdraw(sweden, { id: own, revision: 1, reason: "Settled." }, at);
    await refused("decided", () => withdraw(sweden, { id: own, revision: 2, reason: "" }, at));
    await refused("decided", () => sponsor(india, join, at));
    expect(await row(own)).toMatchObject({ state: "withdrawn", decisionReason: "Settled." });
  });
});

describe("deciding", () => {
  it("accepts one, as a revision that says whose it is; the others stay open and everyone concerned is told", async () => {
    const { id, ids } = await negotiated();
    const one = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "We agree by 2035." });
    const two = await proposed(india, id, { kind: "delete", paragraphId: ids[1] ?? "" });
    await sponsor(india, { id: one.id, organisationId: null, joins: "yes" }, at);
    const before = await mailsTo(india, "amendment-decided");
    await accept(organizer, await step(id, one.id), at);
    const text = await textOf(id);
    expect(text.paragraphs.map((each) => each.text)).toEqual([
      "We agree by 2035.",
      "We will meet.",
      "We will report.",
    ]);
    expect(text.note).toBe("Takes up A1 (Sweden)");
    expect(await row(one.id)).toMatchObject({ state: "accepted", resultId: text.id, revision: 2 });
    expect((await row(two.id)).state).toBe("open");
    expect(await mailsTo(india, "amendment-decided")).toHaveLength(before.length + 1);
    const again = await step(id, one.id);
    expect((await refused("obstacles", () => accept(organizer, again, at))).attached).toContain("decided");
    for (const actor of [editor, protocol, door, sweden, stranger]) {
      await refused("not_allowed", () => step(id, two.id).then((input) => accept(actor, input, at)));
      await refused("not_allowed", () => step(id, two.id).then((input) => bracket(actor, input, at)));
      await refused("not_allowed", () => reject(actor, { id: two.id, revision: 1, reason: "No." }, at));
    }
  });

  it("refuses what is stale, what conflicts, and what was made on other words", async () => {
    const { id, ids } = await negotiated();
    const one = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "A." });
    const two = await proposed(india, id, { paragraphId: ids[0] ?? "", text: "B." });
    const seen = await step(id, one.id);
    const conflicting = await refused("obstacles", () => accept(organizer, seen, at));
    expect(conflicting.attached).toEqual(["conflict_group"]);
    await refused("stale", () => accept(organizer, { ...seen, revision: 7 }, at));
    const { paragraphs } = await textOf(id);
    await write(
      id,
      paragraphs.map((each, index) => (index === 0 ? { ...each, text: "Rewritten." } : each)),
    );
    await refused("stale", () => accept(organizer, seen, at));
    await reject(organizer, { id: two.id, revision: 1, reason: "Not now." }, at);
    const late = await refused("obstacles", () =>
      step(id, one.id).then((input) => accept(organizer, input, at)),
    );
    expect(late.attached).toEqual(["needs_rebase"]);
    await refused("decided", () => reject(organizer, { id: two.id, revision: 2, reason: "Again." }, at));
  });

  it("renews one on the text that was sent round last, and then accepts it", async () => {
    const { id, ids } = await negotiated();
    const one = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "A." });
    const { paragraphs } = await textOf(id);
    await write(
      id,
      paragraphs.map((each, index) => (index === 0 ? { ...each, text: "Rewritten." } : each)),
    );
    await sendRound(id);
    expect((await negotiationAtDesk(sweden, id)).amendments[0]?.misfit).toBe("changed");
    const { revisionId, ...said } = await proposal(id, { text: "Rewritten and A." });
    const input = { ...said, id: one.id, revision: 1, revisionId };
    await refused("not_allowed", () => rebase(india, input, at));
    await refused("stale", () => rebase(sweden, { ...input, revision: 3 }, at));
    await refused("stale", () => rebase(sweden, { ...input, revisionId: crypto.randomUUID() }, at));
    expect(await rebase(sweden, input, at)).toEqual({ revision: 2 });
    await accept(organizer, await step(id, one.id), at);
    expect((await textOf(id)).paragraphs[0]?.text).toBe("Rewritten and A.");
  });

  it("leaves words open in brackets that proposer and sponsors hold", async () => {
    const { id, ids } = await negotiated();
    const one = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "We agree by 2035." });
    await sponsor(india, { id: one.id, organisationId: null, joins: "yes" }, at);
    await bracket(organizer, await step(id, one.id), at);
    expect((await textOf(id)).paragraphs[0]).toMatchObject({
      text: "We agree by [2030|2035].",
      holders: [{ bracket: "2030|2035", option: 1, by: [sweden.organisationId, india.organisationId] }],
    });
    const uncirculated = { kind: "move" as const, paragraphId: ids[1] ?? "", afterId: "start" };
    await refused("not_circulated", () => proposed(india, id, uncirculated));
  });

  it("settles exactly those chosen of one group by one text", async () => {
    const { id, ids } = await negotiated();
    const said = (text: string) => ({ paragraphId: ids[0] ?? "", text });
    const one = await proposed(sweden, id, said("A."));
    const two = await proposed(india, id, said("B."));
    const three = await proposed(sweden, id, said("C."));
    const other = await proposed(india, id, { kind: "delete", paragraphId: ids[1] ?? "" });
    const input = {
      id,
      textId: (await textOf(id)).id,
      amendmentIds: [one.id, two.id],
      title: "",
      paragraphs: [{ id: ids[0] ?? "", text: "A and B." }],
      inserts: [],
      moves: [],
      reason: "Agreed in the corridor.",
    };
    await refused("not_one_group", () =>
      consolidate(organizer, { ...input, amendmentIds: [one.id, other.id] }, at),
    );
    await refused("foreign_paragraph", () =>
      consolidate(organizer, { ...input, paragraphs: [{ id: ids[2] ?? "", text: "Slipped in." }] }, at),
    );
    await refused("stale", () => consolidate(organizer, { ...input, textId: crypto.randomUUID() }, at));
    for (const actor of [editor, protocol, door, sweden, stranger])
      await refused("not_allowed", () => consolidate(actor, input, at));
    const { number } = await textOf(id);
    await consolidate(organizer, input, at);
    const text = await textOf(id);
    expect(text.number).toBe(number + 1);
    expect(text.paragraphs.map((each) => each.text)).toEqual([
      "A and B.",
      "We will meet.",
      "We will report.",
    ]);
    expect(text.note).toBe("Settles A1 (Sweden), A2 (India) by one text");
    const states = await Promise.all(
      [one, two, three, other].map(async (each) => (await row(each.id)).state),
    );
    expect(states).toEqual(["consolidated", "consolidated", "open", "open"]);
    await refused("decided", () => consolidate(organizer, { ...input, textId: text.id }, at));
    const seen = await negotiationForOrganizer(organizer, { id, authenticLocale: "en" });
    expect(seen.amendments.find((each) => each.id === three.id)?.misfit).toBe("changed");
  });

  it("stops where the text is being decided or is adopted", async () => {
    const { id, ids } = await negotiated();
    const one = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "A." });
    const { id: revisionId, hash } = await textOf(id);
    await db()
      .insert(procedures)
      .values({
        statementId: id,
        kind: "silence",
        revisionId,
        hash,
        opensAt: at,
        deadline: new Date(at.getTime() + 86_400_000),
        zone: "UTC",
        openedBy: "x",
      });
    const seen = await step(id, one.id);
    await refused("text_locked", () => accept(organizer, seen, at));
    await refused("text_locked", () => proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "B." }));
    await refused("text_locked", () => write(id, [{ id: "", kind: "operative", text: "Past the lock." }]));
    await db()
      .update(procedures)
      .set({ state: "cancelled", endedAt: at })
      .where(eq(procedures.statementId, id));
    const record = {
      id,
      revisionId,
      method: "consensus" as const,
      adoptedAt: "2026-03-01T12:00",
      zone: "UTC",
      agendaItemId: null,
      chairId: null,
    };
    await adopt(organizer, record as never, at);
    await refused("statement_adopted", () => accept(organizer, seen, at));
    await refused("statement_adopted", () => proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "B." }));
    await refused("statement_adopted", () => invite(id, [outsider]));
  });
});

describe("two hands at once", () => {
  it("accept two amendments on one text: one wins, the other is stale", async () => {
    const { id, ids } = await negotiated();
    const one = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "A." });
    const two = await proposed(india, id, { paragraphId: ids[1] ?? "", text: "B." });
    const inputs = await Promise.all([step(id, one.id), step(id, two.id)]);
    const done = await Promise.allSettled(inputs.map((input) => accept(organizer, input, at)));
    expect(done.map((each) => each.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [failed] = done.filter((each) => each.status === "rejected");
    expect(failed).toMatchObject({ reason: { code: "stale" } });
  });

  it("accept and save: a late save is merged, a late acceptance refused, and nothing of either is lost unseen", async () => {
    for (let n = 0; n < 5; n++) {
      const { id, ids } = await negotiated();
      const one = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "A." });
      const { paragraphs } = await textOf(id);
      const edited = paragraphs.map((each, at) => (at === 1 ? { ...each, text: "Edited." } : each));
      const input = await step(id, one.id);
      const done = await Promise.allSettled([accept(organizer, input, at), write(id, edited)]);
      const codes = done.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
      const said = (await textOf(id)).paragraphs.map((each) => each.text);
      expect(said[1]).toBe("Edited.");
      if (codes.length === 0) expect(said[0]).toBe("A.");
      else expect([codes, said[0]]).toEqual([["stale"], paragraphs[0]?.text]);
    }
  });

  it("propose: each gets a number of its own", async () => {
    const { id, ids } = await negotiated();
    const inputs = await Promise.all(
      [1, 2, 3, 4].map((n) => proposal(id, { paragraphId: ids[0] ?? "", text: `Words ${n}.` })),
    );
    const made = await Promise.all(inputs.map((input, n) => propose(n % 2 ? sweden : india, input, at)));
    expect(made.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
  });
});

describe("comments", () => {
  it("reach whom they are meant for, and nobody else", async () => {
    const { id, ids } = await negotiated();
    const drafter = await makeFocalPoint("Drafter");
    await invite(id, [drafter], true);
    const speakers = { secretariat: organizer as Actor, sweden, drafter };
    for (const [name, actor] of Object.entries(speakers)) {
      for (const audience of ["secretariat", "drafting_group", "members"] as const) {
        const where = { id, paragraphId: ids[0] ?? "", amendmentId: null };
        await say(actor, { ...where, audience, text: `${name} to ${audience}` }, at);
      }
    }
    const party = (actor: FocalPoint, drafting = false) =>
      ({ kind: "party", organisationId: actor.organisationId, drafting }) as const;
    const readers = [
      { kind: "secretariat" } as const,
      party(sweden),
      party(india),
      party(drafter, true),
      party(outsider),
    ];
    const all = await commentsFor({ kind: "secretariat" }, id);
    expect(all).toHaveLength(9);
    for (const reader of readers) {
      const read = (await commentsFor(reader, id)).map((one) => one.text);
      expect(read).toEqual(all.filter((one) => mayRead(reader, one)).map((one) => one.text));
    }
    const atDesk = (await negotiationAtDesk(india, id)).comments.map((one) => one.text);
    expect(atDesk.toSorted()).toEqual(["drafter to members", "secretariat to members", "sweden to members"]);
  });

  it("are said by parties and the secretariat, and taken back by who said them", async () => {
    const { id, ids } = await negotiated();
    const { id: amendmentId } = await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "A." });
    const said = { id, paragraphId: null, amendmentId, audience: "members" as const, text: "Yes." };
    const own = await say(india, said, at);
    const theirs = await say(editor, said, at);
    await refused("not_a_party", () => say(outsider, said, at));
    for (const actor of [protocol, door, stranger]) await refused("not_allowed", () => say(actor, said, at));
    await refused("not_found", () => say(india, { ...said, amendmentId: crypto.randomUUID() }, at));
    await refused("foreign_paragraph", () => say(india, { ...said, paragraphId: crypto.randomUUID() }, at));
    await refused("not_found", () => withdrawComment(sweden, { id: own.id }, at));
    await refused("not_found", () => withdrawComment(organizer, { id: own.id }, at));
    await refused("not_found", () => withdrawComment(india, { id: theirs.id }, at));
    await withdrawComment(india, { id: own.id }, at);
    await refused("not_found", () => withdrawComment(india, { id: own.id }, at));
    await withdrawComment(organizer, { id: theirs.id }, at);
    expect(await commentsFor({ kind: "secretariat" }, id)).toEqual([]);
  });
});

describe("two hundred open amendments", () => {
  it("are read by as many statements as one", async () => {
    const { id, ids } = await negotiated();
    const read = () =>
      countingStatements(() => negotiationForOrganizer(organizer, { id, authenticLocale: "en" }));
    await proposed(sweden, id, { paragraphId: ids[0] ?? "", text: "One." });
    const few = await read();
    const input = await proposal(id, { paragraphId: ids[0] ?? "" });
    for (let n = 0; n < 199; n++)
      await propose(n % 2 ? sweden : india, { ...input, text: `Words ${n}.` }, at);
    expect(await read()).toBe(few);
    const begun = performance.now();
    const { amendments: all } = await negotiationForOrganizer(organizer, { id, authenticLocale: "en" });
    expect(all).toHaveLength(200);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

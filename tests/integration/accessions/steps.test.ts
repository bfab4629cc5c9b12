import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { accessionChecked, accessionNotes } from "@/db/schema/accessions";
import { addDocument } from "@/domain/accessions/add-document";
import { check } from "@/domain/accessions/check";
import { edit, setDeadlines } from "@/domain/accessions/edit";
import { decline, withdraw } from "@/domain/accessions/end";
import { note } from "@/domain/accessions/note";
import { accessionForOrganizer } from "@/domain/accessions/organizer-queries";
import { applicantByLink } from "@/domain/accessions/own";
import { review, sendToBoard } from "@/domain/accessions/review";
import { decide } from "@/domain/board/decide";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { applied, beforeBoard, boardMember, deedsOf, mailsOf, pdf, rowOf, today, written } from "./fixture";

beforeAll(makeGroup);
const moment = { at, today };
const others = [editor, protocol, door, focalPoint, stranger];
const editing = (row: { id: string }, facts: object = {}) => {
  const { fax: _, ...input } = written();
  return { ...input, id: row.id, revision: 1, organisationId: null, receivedOn: today, ...facts };
};

it("refuses every step to everybody but organizers", async () => {
  const seat = await boardMember();
  const { id, revision } = await applied();
  const seen = { id, revision };
  const vote = { ...seen, boardMemberId: seat, answer: "approves" as const, answeredOn: today };
  for (const actor of others) {
    for (const deed of [
      () => review(actor, seen, at),
      () => sendToBoard(actor, { ...seen, boardBy: null }, at),
      () => decide(actor, vote, at),
      () => decline(actor, { ...seen, reason: "x" }, at),
      () => withdraw(actor, { ...seen, reason: "x" }, at),
      () => edit(actor, editing(seen), at),
      () => setDeadlines(actor, { ...seen, reviewBy: null, boardBy: null, announceBy: null }, at),
      () => note(actor, { id, text: "x" }, at),
      () => check(actor, { id, check: "logo", done: true }, at),
      () => addDocument(actor, { id }, pdf(), at),
    ])
      await refused("not_allowed", deed);
  }
});

it("refuses every step on a revision that is no more, with what is there and without its secret", async () => {
  const { id } = await applied();
  await review(organizer, { id, revision: 1 }, at);
  const stale = { id, revision: 1 };
  const seat = await boardMember();
  for (const deed of [
    () => review(organizer, stale, at),
    () => sendToBoard(organizer, { ...stale, boardBy: null }, at),
    () => decide(organizer, { ...stale, boardMemberId: seat, answer: "approves", answeredOn: today }, at),
    () => decline(organizer, { ...stale, reason: "x" }, at),
    () => withdraw(organizer, { ...stale, reason: "x" }, at),
    () => edit(organizer, editing(stale), at),
    () => setDeadlines(organizer, { ...stale, reviewBy: null, boardBy: null, announceBy: null }, at),
  ]) {
    const { attached } = await refused("stale", deed);
    expect(attached).toMatchObject({ theirs: { revision: 2 } });
    expect(attached).not.toHaveProperty("theirs.tokenHash");
  }
});

describe("the path to the board", () => {
  it("leads over the review, once", async () => {
    const { id } = await applied();
    await refused("not_reviewed", () => sendToBoard(organizer, { id, revision: 1, boardBy: null }, at));
    await review(organizer, { id, revision: 1 }, at);
    await refused("in_review_already", () => review(organizer, { id, revision: 2 }, at));
    await sendToBoard(organizer, { id, revision: 2, boardBy: null }, at);
    expect((await rowOf(id)).boardBy).toBe("2026-03-23");
    await refused("with_board_already", () => sendToBoard(organizer, { id, revision: 3, boardBy: null }, at));
    expect(await deedsOf(id)).toEqual(["accession.apply", "accession.review", "accession.send-to-board"]);
  });

  it("is not for a country", async () => {
    const row = await applied({ kind: "country", name: "Somewhere", country: "ZW", sectors: [] });
    await review(organizer, { id: row.id, revision: 1 }, at);
    await refused("board_not_needed", () =>
      sendToBoard(organizer, { id: row.id, revision: 2, boardBy: null }, at),
    );
  });

  it("takes the answers of those who sat on the day, the last of each", async () => {
    const [sits, left] = [await boardMember("Sits"), await boardMember("Left", "2026-02-01")];
    const unasked = await applied();
    const vote = (row: { id: string; revision: number }, boardMemberId: string, facts: object = {}) => ({
      id: row.id,
      revision: row.revision,
      boardMemberId,
      answer: "approves" as const,
      answeredOn: today,
      ...facts,
    });
    await refused("not_with_board", () => decide(organizer, vote(unasked, sits), at));
    const row = await beforeBoard();
    await refused("not_on_board", () => decide(organizer, vote(row, left), at));
    await refused("day_in_the_future", () =>
      decide(organizer, vote(row, sits, { answeredOn: "2026-03-03" }), at),
    );
    await decide(organizer, vote(row, left, { answeredOn: "2026-01-31" }), at);
    await decide(organizer, vote(await rowOf(row.id), sits), at);
    await decide(organizer, vote(await rowOf(row.id), sits, { answer: "declines" }), at);
    const seen = await accessionForOrganizer(organizer, row.id, moment);
    expect(seen.board).toMatchObject({ answered: 1, approves: 0, declines: 1 });
    expect(seen.obstacles).toEqual(["quorum_not_reached", "majority_against"]);
  });
});

describe("ending an application", () => {
  it("declines with a reason that the contact is told, once", async () => {
    const { id, contactEmail } = await applied();
    await decline(organizer, { id, revision: 1, reason: "No plant yet" }, at);
    const [letter] = await mailsOf(id, "declined");
    expect(letter?.toAddress).toBe(contactEmail);
    expect(letter?.text).toContain("No plant yet");
    expect(await rowOf(id)).toMatchObject({ declinedAt: at, endReason: "No plant yet" });
    for (const deed of [
      () => decline(organizer, { id, revision: 2, reason: "x" }, at),
      () => withdraw(organizer, { id, revision: 2, reason: "x" }, at),
      () => review(organizer, { id, revision: 2 }, at),
      () => edit(organizer, editing({ id }, { revision: 2 }), at),
      () => check(organizer, { id, check: "logo", done: true }, at),
    ])
      await refused("accession_ended", deed);
  });

  it("withdraws by the personal link, and by no other's", async () => {
    const row = await applied();
    const other = await applied();
    const [letter] = await mailsOf(row.id, "received");
    const actor = await applicantByLink(letter?.secrets?.link?.split("/").at(-1) ?? "");
    if (!actor) throw new Error("no link");
    const foreign = { id: other.id, revision: 1, reason: "x" };
    await refused("not_allowed", () => withdraw(actor, foreign, at));
    await withdraw(actor, { id: row.id, revision: 1, reason: "Too early" }, at);
    expect((await accessionForOrganizer(organizer, row.id, moment)).state).toBe("withdrawn");
    expect((await mailsOf(row.id, "withdrawn"))[0]?.text).toContain("Too early");
    await refused("accession_ended", () => withdraw(actor, { id: row.id, revision: 2, reason: "x" }, at));
  });

  it("ends once of many at once", async () => {
    const { id } = await applied();
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => decline(organizer, { id, revision: 1, reason: "No" }, at)),
    );
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await mailsOf(id, "declined")).toHaveLength(1);
  });
});

describe("what the secretariat keeps of it", () => {
  it("notes, and ticks with who and when; a tick is the first one's, and can be taken back", async () => {
    const { id } = await applied();
    await note(organizer, { id, text: "Called them" }, at);
    const [written] = await db().select().from(accessionNotes).where(eq(accessionNotes.accessionId, id));
    expect(written).toMatchObject({ text: "Called them", at, byName: organizer.name });
    const later = new Date(at.getTime() + 1_000);
    await check(organizer, { id, check: "logo", done: true }, at);
    await check(organizer, { id, check: "logo", done: true }, later);
    const ticks = () => db().select().from(accessionChecked).where(eq(accessionChecked.accessionId, id));
    expect(await ticks()).toMatchObject([{ check: "logo", at, byName: organizer.name }]);
    await check(organizer, { id, check: "logo", done: false }, later);
    expect(await ticks()).toEqual([]);
    expect(await deedsOf(id)).toEqual([
      "accession.apply",
      "accession.note",
      "accession.check",
      "accession.check",
    ]);
  });

  it("adds a document that came later, while the application has not come to nothing", async () => {
    const { id } = await applied({}, [pdf()]);
    await refused("file_missing", () => addDocument(organizer, { id }, undefined, at));
    await addDocument(organizer, { id }, pdf("signed.pdf"), at);
    const { documents } = await accessionForOrganizer(organizer, id, moment);
    expect(documents.map((one) => one.name).toSorted()).toEqual(["letter.pdf", "signed.pdf"]);
    await withdraw(organizer, { id, revision: 1, reason: "Asked to" }, at);
    await refused("accession_ended", () => addDocument(organizer, { id }, pdf(), at));
  });

  it("changes what it says, ties it to an organisation and sets its deadlines", async () => {
    const works = await makeOrganisation("Tied Works");
    const { id } = await applied();
    await edit(organizer, editing({ id }, { organisationId: works.id, contactName: "Ola Ny" }), at);
    await setDeadlines(
      organizer,
      { id, revision: 2, reviewBy: "2026-04-01", boardBy: null, announceBy: null },
      at,
    );
    expect(await rowOf(id)).toMatchObject({
      organisationId: works.id,
      contactName: "Ola Ny",
      reviewBy: "2026-04-01",
      revision: 3,
    });
    const second = await applied();
    await refused("application_open", () =>
      edit(organizer, editing(second, { organisationId: works.id }), at),
    );
  });
});

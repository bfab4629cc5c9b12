import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { commitmentOwners, commitments } from "@/db/schema/commitments";
import { history } from "@/db/schema/history";
import { create } from "@/domain/commitments/create";
import { edit } from "@/domain/commitments/edit";
import {
  commitmentForOrganizer,
  listCommitments,
  meetingChoices,
  statementChoices,
} from "@/domain/commitments/organizer-queries";
import { publish } from "@/domain/commitments/publish";
import { publicCommitmentsOf } from "@/domain/commitments/queries";
import { report } from "@/domain/commitments/report";
import { withdraw } from "@/domain/commitments/withdraw";
import { withdraw as withdrawText } from "@/domain/statements/withdraw";
import { door, editor, focalPoint, house, organizer, protocol, stranger } from "../../support/actors";
import { makeAdopted, makePublic, makeStatement, write } from "../../support/adopted";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { countingStatements } from "../../support/statements";
import { changed, commitmentOf, entered, owner, published, reported, told } from "./fixture";

const later = new Date("2026-03-03T09:00:00Z");
const justBefore = (moment: Date) => new Date(moment.getTime() - 1);

beforeAll(makeGroup);

describe("a commitment", () => {
  test("is hidden until it is published, and gone at the instant it is withdrawn, until it is published again", async () => {
    const works = await owner("Hidden Works");
    const { id } = await create(editor, entered([works]), at);
    expect(await publicCommitmentsOf(works.id, later)).toEqual([]);
    expect(await publish(organizer, { id, revision: 1 }, at)).toEqual({ revision: 2 });
    expect(await told(works, id, justBefore(at))).toBeUndefined();
    expect(await told(works, id)).toMatchObject({
      title: { en: "Buy steel without coal" },
      stands: "not_due",
    });
    await refused("already_public", () => publish(organizer, { id, revision: 2 }, later));

    await withdraw(organizer, { id, revision: 2, reason: "Nobody promised it." }, later);
    expect(await told(works, id, justBefore(later))).toBeDefined();
    expect(await told(works, id, later)).toBeUndefined();
    await refused("not_public", () => withdraw(organizer, { id, revision: 3, reason: "Again." }, later));
    const again = new Date("2026-03-04T09:00:00Z");
    await publish(organizer, { id, revision: 3 }, again);
    expect(await told(works, id, justBefore(again))).toBeUndefined();
    expect(await told(works, id, again)).toBeDefined();

    const deeds = await db().select().from(history).where(eq(history.subjectId, id)).orderBy(history.id);
    expect(deeds.map((deed) => [deed.action, deed.reason])).toEqual([
      ["commitment.edit", ""],
      ["commitment.publish", ""],
      ["commitment.withdraw", "Nobody promised it."],
      ["commitment.publish", ""],
    ]);
  });

  test("is read with whoever the public knows to share it, and the text it was made in", async () => {
    const text = await makePublic("On steel and coal");
    const [works, mill] = [await owner("Shared Works"), await owner("Shared Mill")];
    const [secret, outside] = [await owner("Secret Works", null), await makeOrganisation("Outside Works")];
    const embargoed = await owner("Embargoed Works", later);
    const all = [works, mill, secret, outside, embargoed];
    const id = await published(all, { statementId: text.id, paragraph: "2." });
    const names = async (moment: Date) =>
      (await told(works, id, moment))?.owners.map((one) => one.name.en).toSorted();
    expect(await names(at)).toEqual(["Shared Mill", "Shared Works"]);
    expect(await names(later)).toEqual(["Embargoed Works", "Shared Mill", "Shared Works"]);
    for (const hidden of [secret, outside]) expect(await publicCommitmentsOf(hidden.id, later)).toEqual([]);
    expect(await publicCommitmentsOf(embargoed.id, at)).toEqual([]);
    const said = await told(mill, id);
    expect(said?.source).toEqual({
      slug: text.slug,
      title: { en: "On steel and coal" },
      paragraph: { id: text.paragraphs[1], reference: "2" },
    });
    expect(JSON.stringify(said)).not.toMatch(/Secret|Outside|Embargoed/);
    expect((await commitmentForOrganizer(editor, id, at)).owners).toHaveLength(5);
  });

  test("refuses to be public before its text is, and does not name a text that was withdrawn", async () => {
    const works = await owner("Patient Works");
    const { id: textId } = await makeAdopted("Still to come");
    const { id } = await create(editor, entered([works], { statementId: textId, paragraph: "1" }), at);
    await refused("statement_not_public", () => publish(organizer, { id, revision: 1 }, at));
    expect(await commitmentOf(id)).toMatchObject({ publicFrom: null, revision: 1 });

    const text = await makePublic("Soon gone");
    const of = await published([works], { statementId: text.id, paragraph: "1" });
    expect((await told(works, of))?.source?.slug).toBe(text.slug);
    const gone = { id: text.id, publicationId: text.publicationId, reason: "In error." };
    await withdrawText(organizer, gone, later);
    const said = await told(works, of, later);
    expect(said?.title.en).toBe("Buy steel without coal");
    expect(said?.source).toBeUndefined();
    expect(JSON.stringify(said)).not.toMatch(new RegExp(`Soon gone|${text.slug}|${text.paragraphs[0]}`));
    // What is wrong about it can still be put right.
    const facts = { statementId: text.id, paragraph: "1", dueOn: "2031-12-31" };
    expect(await edit(organizer, changed(of, 2, [works], facts), later)).toEqual({ revision: 3 });
  });

  test("that is public is not moved to a text that is not", async () => {
    const works = await owner("Moving Works");
    const { id: hidden } = await makeAdopted("Under embargo");
    const { id: open } = await makePublic("In the open");
    const id = await published([works]);
    await refused("statement_not_public", () =>
      edit(organizer, changed(id, 2, [works], { statementId: hidden }), at),
    );
    expect(await edit(organizer, changed(id, 2, [works], { statementId: open }), at)).toEqual({
      revision: 3,
    });
    await withdraw(organizer, { id, revision: 3, reason: "Not yet." }, at);
    await edit(organizer, changed(id, 4, [works], { statementId: hidden }), at);
    await refused("statement_not_public", () => publish(organizer, { id, revision: 5 }, at));
  });

  test("is changed in the open, and nothing is written where nothing changed", async () => {
    const [works, mill] = [await owner("Changing Works"), await owner("Changing Mill")];
    const id = await published([works, mill]);
    expect(await edit(organizer, changed(id, 2, [mill, works]), at)).toEqual({ revision: 2 });
    const renamed = { title: { en: "Buy no coal", sv: "" } };
    expect(await edit(organizer, changed(id, 2, [mill], renamed), at)).toEqual({ revision: 3 });
    expect(await told(works, id)).toBeUndefined();
    expect(await told(mill, id)).toMatchObject({ title: { en: "Buy no coal" }, owners: [{ id: mill.id }] });
    const deeds = await db().select().from(history).where(eq(history.subjectId, id)).orderBy(history.id);
    expect(deeds.map((deed) => deed.details)).toEqual([
      { owners: 2, dueOn: "2030-12-31" },
      {},
      { changed: ["title", "owners"] },
    ]);
  });

  test("is written whole or not at all", async () => {
    const works = await owner("Whole Works");
    const nobody = { id: crypto.randomUUID() };
    const count = async () => (await db().select({ id: commitments.id }).from(commitments)).length;
    const held = await count();
    await refused("no_such_organisation", () => create(editor, entered([works, nobody]), at));
    for (const paragraph of ["", "1"])
      await refused("no_such_statement", () =>
        create(editor, entered([works], { statementId: nobody.id, paragraph }), at),
      );
    const { id: statementId } = await makeAdopted();
    const error = await refused("no_such_paragraph", () =>
      create(editor, entered([works], { statementId, paragraph: "3" }), at),
    );
    expect(error.details).toEqual({ paragraph: "3" });
    expect(await count()).toBe(held);

    const id = await published([works]);
    const facts = { title: { en: "Half", sv: "" } };
    await refused("no_such_organisation", () => edit(organizer, changed(id, 2, [works, nobody], facts), at));
    await refused("no_such_statement", () =>
      edit(organizer, changed(id, 2, [works], { statementId: nobody.id, paragraph: "1" }), at),
    );
    expect(await commitmentOf(id)).toMatchObject({ title: { en: "Buy steel without coal" }, revision: 2 });
    const owners = await db().select().from(commitmentOwners).where(eq(commitmentOwners.commitmentId, id));
    expect(owners.map((one) => one.organisationId)).toEqual([works.id]);
  });

  test("refuses every deed on a revision that is not the latest, with theirs", async () => {
    const [works, mill] = [await owner("Stale Works"), await owner("Stale Mill")];
    const event = await makeEvent({
      startsAt: new Date("2026-02-27T07:00:00Z"),
      endsAt: new Date("2026-02-28T15:00:00Z"),
    });
    const id = await published([works]);
    await edit(organizer, changed(id, 2, [mill]), at);
    const stale = [
      () => edit(organizer, changed(id, 2, [works]), later),
      () => publish(organizer, { id, revision: 2 }, later),
      () => withdraw(organizer, { id, revision: 2, reason: "Late." }, later),
      () => report(organizer, reported(id, 2, event.id, "limited"), later),
    ];
    for (const deed of stale)
      expect((await refused("stale", deed)).attached).toMatchObject({ theirs: { id, revision: 3 } });
    const { attached } = await refused("stale", () => edit(organizer, changed(id, 2, [works]), later));
    expect(attached).toMatchObject({ theirs: { owners: [mill.id], paragraph: "" } });
    expect(await commitmentOf(id)).toMatchObject({ revision: 3, withdrawnAt: null });
    expect((await commitmentForOrganizer(editor, id, later)).reports).toEqual([]);
  });

  test("is entered by editors, published and from then on changed and reported by organizers, and nobody else's to read or write", async () => {
    const works = await owner("Guarded Works");
    const event = await makeEvent({
      startsAt: new Date("2026-02-27T07:00:00Z"),
      endsAt: new Date("2026-02-28T15:00:00Z"),
    });
    const id = await published([works]);
    const public_ = { id, revision: 2 };
    const facts = { title: { en: "Another", sv: "" } };
    for (const actor of [protocol, door, { ...focalPoint, organisationId: works.id }, stranger, house]) {
      await refused("not_allowed", () => create(actor, entered([works]), at));
      await refused("not_allowed", () => edit(actor, changed(id, 2, [works], facts), at));
      await refused("not_allowed", () => report(actor, reported(id, 2, event.id, "done"), at));
      await refused("not_allowed", () => publish(actor, public_, at));
      await refused("not_allowed", () => withdraw(actor, { ...public_, reason: "No." }, at));
      await refused("not_allowed", () => listCommitments(actor, at));
      await refused("not_allowed", () => commitmentForOrganizer(actor, id, at));
      await refused("not_allowed", () => statementChoices(actor));
      await refused("not_allowed", () => meetingChoices(actor, at));
    }
    await refused("not_allowed", () => publish(editor, public_, at));
    await refused("not_allowed", () => edit(editor, changed(id, 2, [works], facts), at));
    await refused("not_allowed", () => report(editor, reported(id, 2, event.id, "done"), at));
    await refused("not_allowed", () => withdraw(editor, { ...public_, reason: "No." }, at));
    expect(await commitmentOf(id)).toMatchObject({ revision: 2, withdrawnAt: null });
    const nothing = crypto.randomUUID();
    await refused("not_found", () => edit(editor, changed(nothing, 1, [works]), at));
    await refused("not_found", () => commitmentForOrganizer(editor, nothing, at));
  });
});

describe("the workspace", () => {
  test("chooses among every text, and finds a paragraph however its number is written", async () => {
    const works = await owner("Reading Works");
    const text = await makeStatement("joint_statement", "A draft to choose");
    expect(await statementChoices(editor)).toContainEqual({ id: text.id, title: "A draft to choose" });
    for (const paragraph of ["2", "2.", " 2 "]) {
      const { id } = await create(editor, entered([works], { statementId: text.id, paragraph }), at);
      expect(await commitmentForOrganizer(editor, id, at)).toMatchObject({ paragraph: "2" });
    }
  });

  test("keeps the paragraph it has while nobody chooses another, though the text lost it meanwhile", async () => {
    const works = await owner("Keeping Works");
    const { id: statementId } = await makeStatement("joint_statement", "A draft in motion");
    const { id } = await create(editor, entered([works], { statementId, paragraph: "2" }), at);
    const { paragraphId } = await commitmentOf(id);
    const given = (paragraphWas: string, paragraph: string, dueOn: string) =>
      changed(id, 1, [works], { statementId, paragraphWas, paragraph, dueOn });
    await write(statementId, ["We agree."]);
    expect(await commitmentForOrganizer(editor, id, at)).toMatchObject({ paragraph: "" });
    // The form was given "2" before, or nothing since: either way nobody touched it.
    await edit(editor, given("2", "2", "2031-01-01"), at);
    await edit(editor, { ...given("", "", "2032-01-01"), revision: 2 }, at);
    expect(await commitmentOf(id)).toMatchObject({ paragraphId, dueOn: "2032-01-01" });
    await refused("no_such_paragraph", () =>
      edit(editor, { ...given("", "2", "2032-01-01"), revision: 3 }, at),
    );
    await edit(editor, { ...given("2", "1", "2032-01-01"), revision: 3 }, at);
    expect((await commitmentOf(id)).paragraphId).not.toBe(paragraphId);
    await refused("stale", () => edit(editor, given("1", "1", "2032-01-01"), at));
  });

  test("lists what is due first first, in as many statements for one as for many", async () => {
    const works = await owner("Listed Works");
    const due = async (dueOn: string) => (await create(editor, entered([works], { dueOn }), at)).id;
    const [never, late, soon] = [await due(""), await due("2029-01-01"), await due("2027-01-01")];
    const mine = (rows: { id: string }[]) =>
      rows.map((row) => row.id).filter((id) => [never, late, soon].includes(id));
    expect(mine(await listCommitments(editor, at))).toEqual([soon, late, never]);
    await publish(organizer, { id: never, revision: 1 }, at);
    const one = await countingStatements(() => publicCommitmentsOf(works.id, at));
    for (const id of [late, soon]) await publish(organizer, { id, revision: 1 }, at);
    expect(mine(await publicCommitmentsOf(works.id, at))).toEqual([soon, late, never]);
    expect(await countingStatements(() => publicCommitmentsOf(works.id, at))).toBe(one);
  });
});

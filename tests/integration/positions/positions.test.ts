import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { memberships, organisations } from "@/db/schema/organisations";
import { positions, statementRevisions } from "@/db/schema/statements";
import { give } from "@/domain/positions/give";
import { endorserChoices } from "@/domain/positions/organizer-queries";
import { endorsementsOn, statementsEndorsedBy } from "@/domain/positions/queries";
import { readEvidence } from "@/domain/positions/read-evidence";
import { record } from "@/domain/positions/record";
import { verify } from "@/domain/positions/verify";
import { withdraw } from "@/domain/positions/withdraw";
import { publicStatement } from "@/domain/statements/queries";
import { violation } from "@/lib/refusal";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { makeAdopted, makeMember, makePublic, makeStatement, write } from "../../support/adopted";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);

const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const nextWeek = new Date("2026-03-09T09:00:00Z");
const said = (id: string, more: object = {}) => ({
  id,
  kind: "endorses" as const,
  givenOn: "2026-03-01",
  authority: "",
  text: "",
  paragraphIds: [] as string[],
  replaces: null,
  ...more,
});
const recorded = (id: string, organisationId: string, more: object = {}) => ({
  ...said(id, more),
  organisationId,
});
const idsOn = async (id: string, day: string) =>
  (await endorsementsOn(id, day)).map((one) => one.organisationId);
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const sent = (content: Buffer, name = "letter.pdf") => ({
  name,
  size: content.length,
  arrayBuffer: async () => new Uint8Array(content).buffer,
});

describe("what the secretariat records", () => {
  it("counts on a day, one live per organisation, and comes late", async () => {
    const { id } = await makePublic();
    const [early, late] = [await makeOrganisation("Early"), await makeOrganisation("Late")];
    const { id: positionId } = await record(organizer, recorded(id, early.id), undefined, at);
    const deed = (input: ReturnType<typeof recorded>) => () => record(organizer, input, undefined, at);
    await refused("endorsed_already", deed(recorded(id, early.id)));
    await refused("before_adoption", deed(recorded(id, late.id, { givenOn: "2026-02-28" })));
    await refused("day_in_the_future", deed(recorded(id, late.id, { givenOn: "2026-03-09" })));
    await refused("no_such_organisation", deed(recorded(id, crypto.randomUUID())));
    await refused(
      "foreign_paragraph",
      deed(recorded(id, late.id, { kind: "disassociates", paragraphIds: [crypto.randomUUID()] })),
    );
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => record(actor, recorded(id, late.id), undefined, at));
    await record(organizer, recorded(id, late.id, { givenOn: "2026-03-02" }), undefined, at);
    expect(await idsOn(id, "2026-02-28")).toEqual([]);
    expect(await idsOn(id, "2026-03-01")).toEqual([early.id]);
    expect(await idsOn(id, "2026-03-02")).toEqual([early.id, late.id]);
    const end = (withdrawnOn: string) => withdraw(organizer, { id, positionId, withdrawnOn }, at);
    await refused("before_it_was_given", () => end("2026-02-01"));
    await refused("day_in_the_future", () => end("2026-03-20"));
    await end("2026-03-02");
    await refused("withdrawn", () => end("2026-03-02"));
    expect(await idsOn(id, "2026-03-01")).toEqual([early.id]);
    expect(await idsOn(id, "2026-03-02")).toEqual([late.id]);
    expect((await statementsEndorsedBy(late.id, "2026-03-02", at)).map((one) => one.id)).toEqual([id]);
  });

  it("is changed in one step: the next begins on the day the one before ends", async () => {
    const { id, paragraphs } = await makePublic();
    const works = await makeOrganisation("Works");
    const first = await record(organizer, recorded(id, works.id), undefined, at);
    const change = {
      kind: "endorses_with_reservation",
      text: "But not that.",
      paragraphIds: paragraphs.slice(0, 1),
      givenOn: "2026-03-02",
    };
    await refused("changed_since", () =>
      record(organizer, recorded(id, works.id, { ...change, replaces: crypto.randomUUID() }), undefined, at),
    );
    await record(organizer, recorded(id, works.id, { ...change, replaces: first.id }), undefined, at);
    const before = (await endorsementsOn(id, "2026-03-01")).filter((one) => one.organisationId === works.id);
    const after = (await endorsementsOn(id, "2026-03-02")).filter((one) => one.organisationId === works.id);
    expect(before.map((one) => one.kind)).toEqual(["endorses"]);
    expect(after.map((one) => one.kind)).toEqual(["endorses_with_reservation"]);
    const [live] = after;
    await refused("position_overlaps", () =>
      record(organizer, recorded(id, works.id, { replaces: live?.id }), undefined, at),
    );
  });

  it("comes back after it was withdrawn, never on a day that another one stood", async () => {
    const { id } = await makePublic();
    const works = await makeOrganisation("Back Again");
    const { id: positionId } = await record(organizer, recorded(id, works.id), undefined, at);
    await withdraw(organizer, { id, positionId, withdrawnOn: "2026-03-05" }, nextWeek);
    await refused("position_overlaps", () =>
      record(organizer, recorded(id, works.id, { givenOn: "2026-03-04" }), undefined, nextWeek),
    );
    await record(organizer, recorded(id, works.id, { givenOn: "2026-03-07" }), undefined, nextWeek);
    const days = ["2026-02-28", "2026-03-01", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07"];
    const counts = await Promise.all(days.map(async (day) => (await idsOn(id, day)).length));
    expect(counts).toEqual([0, 1, 1, 0, 0, 1]);
  });

  it("follows a change of name, and says the same on page and list of a day", async () => {
    const { id } = await makePublic();
    const works = await makeOrganisation("Old Name");
    await record(organizer, recorded(id, works.id), undefined, at);
    await db()
      .update(organisations)
      .set({ name: { en: "New Name" } })
      .where(eq(organisations.id, works.id));
    expect((await endorsementsOn(id, "2026-03-01")).map((one) => one.name)).toEqual([{ en: "New Name" }]);
  });

  it("is not taken for a text that is not adopted, and five at once leave one", async () => {
    const draft = await makeStatement();
    const works = await makeOrganisation();
    await refused("not_adopted", () => record(organizer, recorded(draft.id, works.id), undefined, at));
    const { id } = await makeAdopted();
    const five = await Promise.allSettled(
      Array.from({ length: 5 }, () => record(organizer, recorded(id, works.id), undefined, at)),
    );
    expect(five.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await endorsementsOn(id, "2026-03-02")).toHaveLength(1);
  });

  it("freezes nothing that is not frozen already: the text cannot change after adoption", async () => {
    const { id, revisionId } = await makeAdopted();
    await record(organizer, recorded(id, (await makeOrganisation()).id), undefined, at);
    await refused("statement_adopted", () => write(id, ["We agree to more."]));
    const forged = db()
      .update(statementRevisions)
      .set({ title: "x" })
      .where(eq(statementRevisions.id, revisionId));
    expect(violation(await forged.catch((error) => error))?.state).toBe("23001");
  });

  it("is neither offered to nor taken from a member that nobody knows of yet", async () => {
    const { id } = await makeAdopted();
    const works = await makeOrganisation("Secret Works");
    await db()
      .insert(memberships)
      .values({ organisationId: works.id, joinedOn: "2026-02-01", publicFrom: later(10) });
    const offered = async (when: Date) => (await endorserChoices(organizer, when)).map((one) => one.id);
    expect(await offered(at)).not.toContain(works.id);
    await refused("organisation_under_embargo", () =>
      record(organizer, recorded(id, works.id), undefined, at),
    );
    expect(await offered(later(10))).toContain(works.id);
    await record(organizer, recorded(id, works.id), undefined, later(10));
  });

  it("of a statement that is not public is on no public list", async () => {
    const { id } = await makeAdopted();
    const works = await makeOrganisation();
    await record(organizer, recorded(id, works.id), undefined, at);
    expect(await statementsEndorsedBy(works.id, "2026-03-02", at)).toEqual([]);
  });
});

describe("what a focal point gives", () => {
  it("is public only once it is verified, and until then the one before stands", async () => {
    const { id, slug, paragraphs } = await makePublic();
    const { actor, organisation } = await makeMember("Desk Works");
    const first = await give(actor, said(id), undefined, at);
    expect(await idsOn(id, "2026-03-02")).toEqual([]);
    expect(await statementsEndorsedBy(organisation.id, "2026-03-02", at)).toEqual([]);
    for (const who of [editor, protocol, door, actor, stranger])
      await refused("not_allowed", () => verify(who, { id, positionId: first.id, replaces: null }, at));
    await verify(organizer, { id, positionId: first.id, replaces: null }, at);
    await refused("verified_already", () =>
      verify(organizer, { id, positionId: first.id, replaces: null }, at),
    );
    expect(await idsOn(id, "2026-03-02")).toEqual([organisation.id]);

    const change = {
      kind: "endorses_with_reservation",
      text: "With a word.",
      paragraphIds: paragraphs.slice(0, 1),
      givenOn: "2026-03-02",
    };
    await refused("changed_since", () => give(actor, said(id, change), undefined, at));
    const second = await give(actor, said(id, { ...change, replaces: first.id }), undefined, at);
    expect((await endorsementsOn(id, "2026-03-02")).map((one) => one.kind)).toEqual(["endorses"]);
    await refused("changed_since", () =>
      verify(organizer, { id, positionId: second.id, replaces: null }, at),
    );
    await verify(organizer, { id, positionId: second.id, replaces: first.id }, at);
    expect((await endorsementsOn(id, "2026-03-01")).map((one) => one.kind)).toEqual(["endorses"]);
    expect((await endorsementsOn(id, "2026-03-02")).map((one) => one.text)).toEqual(["With a word."]);
    expect(await publicStatement(slug, "en", at)).toBeDefined();
  });

  it("that says no is public nowhere", async () => {
    const { id } = await makePublic();
    const { actor } = await makeMember("No Works");
    const { id: positionId } = await give(actor, said(id, { kind: "does_not_endorse" }), undefined, at);
    await verify(organizer, { id, positionId, replaces: null }, at);
    expect(await endorsementsOn(id, "2026-03-02")).toEqual([]);
  });

  it("is their own organisation's and no other's, on what is shown at their desk", async () => {
    const hidden = await makeAdopted();
    const { actor, organisation } = await makeMember("Own Works");
    const other = await makeMember("Other Works");
    await refused("not_found", () => give(actor, said(hidden.id), undefined, at));
    const { id } = await makePublic();
    for (const who of [organizer, editor, door, stranger])
      await refused("not_allowed", () => give(who, said(id), undefined, at));
    const { id: positionId } = await give(actor, said(id), undefined, at);
    const rows = await db().select().from(positions).where(eq(positions.id, positionId));
    expect(rows[0]).toMatchObject({ organisationId: organisation.id, source: "desk", verifiedAt: null });
    await refused("not_allowed", () =>
      withdraw(other.actor, { id, positionId, withdrawnOn: "2026-03-02" }, at),
    );
    await withdraw(actor, { id, positionId, withdrawnOn: "2026-03-02" }, at);
    await refused("withdrawn", () => verify(organizer, { id, positionId, replaces: null }, at));
  });

  it("five at once leave one that waits, and one verified twice at once is verified once", async () => {
    const { id } = await makePublic();
    const { actor } = await makeMember("Quick Works");
    const five = await Promise.allSettled(
      Array.from({ length: 5 }, () => give(actor, said(id), undefined, at)),
    );
    const won = five.filter((one) => one.status === "fulfilled");
    expect(won).toHaveLength(1);
    const positionId = won[0]?.status === "fulfilled" ? won[0].value.id : "";
    const twice = await Promise.allSettled(
      [1, 2].map(() => verify(organizer, { id, positionId, replaces: null }, at)),
    );
    expect(twice.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("evidence", () => {
  it("is known by its content, kept apart, and read by organizers and its own focal point only", async () => {
    const { id } = await makePublic();
    const { actor } = await makeMember("Letter Works");
    const other = await makeMember("Curious Works");
    await refused("evidence_type", () => give(actor, said(id), sent(Buffer.from("words"), "x.pdf"), at));
    const { id: positionId } = await give(actor, said(id), sent(pdf), at);
    const [row] = await db().select().from(positions).where(eq(positions.id, positionId));
    const [file] = await db()
      .select()
      .from(files)
      .where(eq(files.id, row?.evidenceId ?? ""));
    expect(file).toMatchObject({ purpose: "evidence", contentType: "application/pdf", eventId: null });
    for (const who of [organizer, actor])
      expect((await readEvidence(who, { id, positionId }, at)).content.equals(pdf)).toBe(true);
    for (const who of [editor, protocol, door, other.actor, stranger])
      await refused("not_allowed", () => readEvidence(who, { id, positionId }, at));
    const foreign = await makePublic();
    await refused("not_found", () => readEvidence(organizer, { id: foreign.id, positionId }, at));
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { accessionDocuments, accessions } from "@/db/schema/accessions";
import { files } from "@/db/schema/files";
import { memberships, organisationNames, organisations } from "@/db/schema/organisations";
import { apply } from "@/domain/accessions/apply";
import { applyAtDesk } from "@/domain/accessions/apply-at-desk";
import { readDocument } from "@/domain/accessions/documents";
import { withdraw } from "@/domain/accessions/end";
import { accessionForOrganizer, listAccessions } from "@/domain/accessions/organizer-queries";
import { accessionAtDesk, applicantByLink, ownApplication } from "@/domain/accessions/own";
import { recordLetter } from "@/domain/accessions/record-letter";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { applied, deedsOf, deskContact, mailsOf, pdf, rowBy, rowOf, today, written } from "./fixture";

beforeAll(makeGroup);
const moment = { at, today };

describe("applying by the public form", () => {
  it("keeps what was written and its documents, and mails a receipt with a personal link", async () => {
    const row = await applied({ name: "Hydrogen Works" }, [pdf(), pdf("plan.pdf")]);
    expect(row).toMatchObject({
      source: "form",
      name: { en: "Hydrogen Works" },
      organisationId: null,
      receivedOn: today,
      reviewBy: "2026-03-16",
      revision: 1,
    });
    expect(await deedsOf(row.id)).toEqual(["accession.apply"]);
    const [letter, ...more] = await mailsOf(row.id, "received");
    expect(more).toEqual([]);
    expect(letter?.toAddress).toBe(row.contactEmail);
    // The link is a secret: nobody who reads the outbox can see the application as its applicant.
    const link = letter?.secrets?.link ?? "";
    const token = link.split("/").at(-1) ?? "";
    expect(link).toContain("/en/application/");
    expect(`${letter?.text}${letter?.html}`).not.toContain(token);
    const actor = await applicantByLink(token);
    expect(actor).toEqual({ kind: "applicant", accessionId: row.id });
    if (actor) expect(await ownApplication(actor, moment)).toMatchObject({ id: row.id, state: "applied" });
    expect(await applicantByLink("x".repeat(22))).toBeUndefined();

    const kept = await db()
      .select({ id: files.id, purpose: files.purpose })
      .from(accessionDocuments)
      .innerJoin(files, eq(files.id, accessionDocuments.fileId))
      .where(eq(accessionDocuments.accessionId, row.id));
    expect(kept.map((file) => file.purpose)).toEqual(["application", "application"]);
    const fileId = kept[0]?.id ?? "";
    expect((await readDocument(organizer, { id: row.id, fileId })).contentType).toBe("application/pdf");
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => readDocument(actor, { id: row.id, fileId }));
    const other = await applied();
    await refused("not_found", () => readDocument(organizer, { id: other.id, fileId }));
  });

  it("writes in the language of the contact", async () => {
    const row = await applied({ name: "Svea", contactLocale: "sv" });
    expect((await mailsOf(row.id, "received"))[0]?.subject).toBe("Vi har fått ansökan från Svea");
  });

  it("refuses programs, what is no document, and what is too large, and writes nothing", async () => {
    await refused("not_a_person", () => apply(stranger, { ...written(), fax: "x" }, [], at));
    const svg = new File(["<svg xmlns='http://www.w3.org/2000/svg'/>"], "a.pdf");
    await refused("evidence_type", () => apply(stranger, written(), [svg], at));
    const large = new File([Buffer.alloc(2_600_000)], "a.pdf");
    await refused("file_too_large", () => apply(stranger, written(), [large, large], at));
    expect(() => written({ name: "Look at https://bad.example.org/now" })).toThrow();
  });

  it("shows who reviews it a country by its code, and others by a name, also one they had before", async () => {
    const knownOf = async (row: { id: string }) =>
      (await accessionForOrganizer(organizer, row.id, moment)).namesakes.map((one) => one.id);
    const [country] = await db()
      .insert(organisations)
      .values({ slug: "norway", kind: "country", name: { en: "Norway" }, country: "NO" })
      .returning();
    const norge = await applied({ kind: "country", name: "Kingdom of Norway", country: "NO", sectors: [] });
    expect(await knownOf(norge)).toEqual([country?.id]);
    const works = await makeOrganisation("Holcim");
    await db()
      .insert(organisationNames)
      .values({
        organisationId: works.id,
        name: { en: "LafargeHolcim" },
        untilOn: "2021-05-04",
        recordedAt: at,
        recordedBy: "x",
      });
    expect(await knownOf(await applied({ name: "lafargeholcim" }))).toEqual([works.id]);
    expect(await knownOf(await applied({ name: "Lafarge" }))).toEqual([]);
  });

  it("ties itself to nobody, answers a second as the first, and shows who reviews it both", async () => {
    const works = await makeOrganisation("Twice Works");
    const [one, two] = [written({ name: "Twice Works" }), written({ name: "Twice Works" })];
    const first = await apply(stranger, one, [], at);
    expect(await apply(stranger, two, [], at)).toEqual(first);
    const [a, b] = [await rowBy(one.contactEmail), await rowBy(two.contactEmail)];
    expect([a.organisationId, b.organisationId]).toEqual([null, null]);
    expect(await mailsOf(b.id, "received")).toHaveLength(1);
    const seen = await accessionForOrganizer(organizer, b.id, moment);
    expect(seen.others.map((other) => other.id)).toEqual([a.id]);
    expect(seen.namesakes.map((other) => other.id)).toEqual([works.id]);
    // Whoever speaks for it is neither kept from applying by it, nor shown it.
    const focal = { ...focalPoint, organisationId: works.id };
    expect(await accessionAtDesk(focal, moment)).toEqual({ latest: undefined, mayApply: true });
  });

  it("is read and listed by organizers alone", async () => {
    const row = await applied({ name: "Secret Works" });
    const filter = { q: "secret works", overdue: false, page: 1 };
    for (const actor of [editor, protocol, door, focalPoint, stranger]) {
      await refused("not_allowed", () => listAccessions(actor, filter, moment, "en"));
      await refused("not_allowed", () => accessionForOrganizer(actor, row.id, moment));
    }
    const { rows, total } = await listAccessions(organizer, filter, moment, "en");
    expect([total, rows[0]?.id, rows[0]?.state, rows[0]?.overdue]).toEqual([1, row.id, "applied", false]);
    const late = { at: new Date("2026-03-20T09:00:00Z"), today: "2026-03-20" };
    const overdue = await listAccessions(organizer, { ...filter, overdue: true }, late, "en");
    expect(overdue.rows.map((one) => one.id)).toEqual([row.id]);
    expect((await listAccessions(organizer, { ...filter, kind: "country" }, late, "en")).total).toBe(0);
    expect((await listAccessions(organizer, { ...filter, state: "in_review" }, late, "en")).total).toBe(0);
    expect(JSON.stringify(await accessionForOrganizer(organizer, row.id, moment))).not.toContain("tokenHash");
  });
});

describe("applying at the desk", () => {
  const focal = (organisationId: string) => ({ ...focalPoint, organisationId });

  it("is for the own organisation, while it is no member and has no application under way", async () => {
    const works = await makeOrganisation("Desk Works");
    const actor = focal(works.id);
    expect((await accessionAtDesk(actor, moment)).mayApply).toBe(true);
    for (const other of [editor, organizer, stranger])
      await refused("not_allowed", () => applyAtDesk(other, deskContact, [], at));
    const { id } = await applyAtDesk(actor, deskContact, [pdf()], at);
    expect(await rowOf(id)).toMatchObject({ source: "desk", organisationId: works.id, tokenHash: null });
    expect((await mailsOf(id, "received"))[0]?.text).toContain("/desk/application");
    expect((await accessionAtDesk(actor, moment)).mayApply).toBe(false);
    await refused("application_open", () => applyAtDesk(actor, deskContact, [], at));
    await withdraw(organizer, { id, revision: 1, reason: "Asked to" }, at);
    expect(await accessionAtDesk(actor, moment)).toMatchObject({
      mayApply: true,
      latest: { state: "withdrawn" },
    });
    await db().insert(memberships).values({ organisationId: works.id, joinedOn: "2020-01-01" });
    await refused("already_a_member", () => applyAtDesk(actor, deskContact, [], at));
    expect((await accessionAtDesk(actor, moment)).mayApply).toBe(false);
  });

  it("is open again to a member that has left, and one of many sent at once is taken", async () => {
    const works = await makeOrganisation("Left Works");
    const left = { joinedOn: "2020-01-01", leftOn: "2024-01-01", leftPrecision: "day" as const };
    await db()
      .insert(memberships)
      .values({ organisationId: works.id, ...left });
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => applyAtDesk(focal(works.id), deskContact, [], at)),
    );
    const no = answers.filter((answer) => answer.status === "rejected");
    expect(no.map((answer) => answer.reason.code)).toEqual(Array(4).fill("application_open"));
  });
});

describe("recording a letter", () => {
  const letter = ({ fax: _, ...input }: ReturnType<typeof written>, facts: object = {}) => ({
    ...input,
    organisationId: null,
    receivedOn: "2026-02-20",
    ...facts,
  });

  it("is done by organizers, with its day and the letter itself, and writes to nobody", async () => {
    const input = letter(written({ kind: "country", name: "Utopia", country: "UT" }));
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => recordLetter(actor, input, [], at));
    const { id } = await recordLetter(organizer, input, [pdf()], at);
    expect(await rowOf(id)).toMatchObject({ source: "letter", receivedOn: "2026-02-20", tokenHash: null });
    expect(await deedsOf(id)).toEqual(["accession.record"]);
    expect(await mailsOf(id, "received")).toEqual([]);
    const tomorrow = { ...input, receivedOn: "2026-03-03" };
    await refused("day_in_the_future", () => recordLetter(organizer, tomorrow, [], at));
  });

  it("is refused for an organisation whose application is under way, or that is not there", async () => {
    const works = await makeOrganisation("Lettered Works");
    await recordLetter(organizer, letter(written(), { organisationId: works.id }), [], at);
    await refused("application_open", () =>
      recordLetter(organizer, letter(written(), { organisationId: works.id }), [], at),
    );
    const gone = { organisationId: "00000000-0000-4000-8000-000000000000" };
    await refused("no_such_organisation", () => recordLetter(organizer, letter(written(), gone), [], at));
    const rows = await db().select().from(accessions).where(eq(accessions.organisationId, works.id));
    expect(rows).toHaveLength(1);
  });
});

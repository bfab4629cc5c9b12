import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import { users } from "@/db/schema/users";
import { approve } from "@/domain/accessions/approve";
import { withdraw } from "@/domain/accessions/end";
import { accessionForOrganizer } from "@/domain/accessions/organizer-queries";
import { accessionAtDesk } from "@/domain/accessions/own";
import { review } from "@/domain/accessions/review";
import { publicOrganisationChoices } from "@/domain/members/choices";
import { edit as editSpell } from "@/domain/members/edit";
import { organisationsUnderEmbargo } from "@/domain/members/embargo";
import { publicCounts, publicDirectory, publicMember, publicMembers } from "@/domain/members/queries";
import { maySignIn } from "@/domain/sign-in/accounts";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { applied, approval, beforeBoard, boardMember, deedsOf, mailsOf, rowOf, tied, today } from "./fixture";

let board: string[];
beforeAll(async () => {
  await makeGroup();
  board = [await boardMember("One"), await boardMember("Two"), await boardMember("Three")];
});
const moment = { at, today };
const both = () => board.slice(0, 2).map((seat) => [seat, "approves"] as [string, "approves"]);

async function everything() {
  const [all, spells, accounts] = await Promise.all([
    db().select().from(organisations),
    db().select().from(memberships),
    db().select().from(users),
  ]);
  return { organisations: all.length, spells: spells.length, accounts: accounts.length };
}

describe("approving", () => {
  let name: string;
  beforeEach(() => {
    name = `Quiet ${crypto.randomUUID()}`;
  });

  it("enters the organisation, a hidden spell and the focal point, and says plainly what is not public", async () => {
    const row = await beforeBoard({ name }, both());
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => approve(actor, approval(row), at));
    await approve(organizer, approval(row), at);
    const done = await rowOf(row.id);
    expect(done).toMatchObject({ approvedAt: at, approvedOn: today, announceBy: "2026-05-01" });
    const [organisation] = await db()
      .select()
      .from(organisations)
      .where(eq(organisations.id, done.organisationId ?? ""));
    expect(organisation).toMatchObject({ name: { en: name }, kind: "company", sectors: ["steel"] });
    const [spell] = await db()
      .select()
      .from(memberships)
      .where(eq(memberships.id, done.membershipId ?? ""));
    expect(spell).toMatchObject({
      organisationId: organisation?.id,
      joinedOn: "2026-06-10",
      publicFrom: null,
    });
    const [account] = await db().select().from(users).where(eq(users.email, row.contactEmail));
    expect(account).toMatchObject({ role: "focal_point", organisationId: organisation?.id });
    expect(await maySignIn(row.contactEmail)).toBe(true);
    const [letter] = await mailsOf(row.id, "approved");
    expect(letter?.text).toContain("not public yet");
    expect(letter?.text).toContain("/en/sign-in");
    expect(await deedsOf(row.id)).toContain("accession.approve");
    expect((await accessionForOrganizer(organizer, row.id, moment)).state).toBe("approved");
    const focal = { ...focalPoint, organisationId: organisation?.id ?? "" };
    expect((await accessionAtDesk(focal, moment)).latest?.state).toBe("approved");
  });

  it("shows nothing of it in public until its spell is announced, nor before its moment", async () => {
    const row = await beforeBoard({ name }, both());
    await approve(organizer, approval(row, { joinedOn: "2026-01-01" }), at);
    const { organisationId, membershipId } = await rowOf(row.id);
    const [organisation] = await db()
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId ?? ""));
    const slug = organisation?.slug ?? "";
    const seen = async (when: Date) => {
      const found = await Promise.all([
        publicMembers(when),
        publicOrganisationChoices(when),
        publicDirectory("2026-03-05", when),
      ]);
      return JSON.stringify(found).includes(name) || (await publicMember(slug, when)) !== undefined;
    };
    const companies = async (when: Date) => (await publicCounts("2026-03-05", when)).company ?? 0;
    const counted = await companies(at);
    expect(await seen(at)).toBe(false);
    expect((await organisationsUnderEmbargo(db(), at)).has(organisationId ?? "")).toBe(true);
    const from = new Date("2026-03-05T09:00:00Z");
    await db()
      .update(memberships)
      .set({ publicFrom: from })
      .where(eq(memberships.id, membershipId ?? ""));
    expect(await seen(new Date(from.getTime() - 1_000))).toBe(false);
    expect(await companies(new Date(from.getTime() - 1_000))).toBe(counted);
    expect(await seen(from)).toBe(true);
    expect(await companies(from)).toBe(counted + 1);
    const then = { at: from, today: "2026-03-05" };
    expect((await accessionForOrganizer(organizer, row.id, then)).state).toBe("in_force");
  });

  it("refuses with every obstacle, and writes nothing", async () => {
    const [first] = board;
    const row = await beforeBoard({ name }, [[first ?? "", "declines"]]);
    const before = await everything();
    const wrong = approval(row, { approvedOn: "2026-03-03" });
    const { attached } = await refused("obstacles", () => approve(organizer, wrong, at));
    expect(attached).toEqual(["quorum_not_reached", "majority_against", "approved_ahead"]);
    const country = await applied({ kind: "country", name, country: "AQ", sectors: [] });
    const early = await refused("obstacles", () => approve(organizer, approval(country), at));
    expect(early.attached).toEqual(["not_reviewed"]);
    expect(await everything()).toEqual(before);
  });

  it("needs no board for a country", async () => {
    const row = await applied({ kind: "country", name, country: "IS", sectors: [] });
    await review(organizer, { id: row.id, revision: 1 }, at);
    await approve(organizer, approval({ id: row.id, revision: 2 }), at);
    expect((await accessionForOrganizer(organizer, row.id, moment)).state).toBe("approved");
  });

  it("enters all or nothing: an address that is taken leaves no organisation, spell or account behind", async () => {
    await makeOrganisation("Elsewhere");
    const [taken] = await db().select().from(organisations);
    const row = await beforeBoard({ name }, both());
    const before = await everything();
    await refused("slug_taken", () => approve(organizer, approval(row, { slug: taken?.slug }), at));
    expect(await everything()).toEqual(before);
    expect((await rowOf(row.id)).approvedAt).toBeNull();
  });

  it("is done once of many at once", async () => {
    const row = await beforeBoard({ name }, both());
    const before = await everything();
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => approve(organizer, approval(row), at)),
    );
    const no = answers.filter((answer) => answer.status === "rejected");
    expect(no.map((answer) => answer.reason.code)).toEqual(Array(7).fill("stale"));
    expect(await everything()).toEqual({
      organisations: before.organisations + 1,
      spells: before.spells + 1,
      accounts: before.accounts + 1,
    });
    expect(await mailsOf(row.id, "approved")).toHaveLength(1);
  });

  it("never goes by an answer that comes after it: one of the two is refused", async () => {
    const [, , third] = board;
    const row = await beforeBoard({ name }, both());
    const { decide } = await import("@/domain/board/decide");
    const against = { boardMemberId: third ?? "", answer: "declines" as const, answeredOn: today };
    const answers = await Promise.allSettled([
      approve(organizer, approval(row), at),
      decide(organizer, { id: row.id, revision: row.revision, ...against }, at),
    ]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  });
});

describe("an organisation that the register knows", () => {
  it("returns by a new spell of its own, and is not entered twice", async () => {
    const works = await makeOrganisation(`Returning ${crypto.randomUUID()}`);
    await db().insert(memberships).values({
      organisationId: works.id,
      joinedOn: "2019-09-23",
      leftOn: "2022-01-01",
      leftPrecision: "day",
      publicFrom: at,
    });
    const row = await tied(await beforeBoard({ name: works.name.en }, both()), works.id);
    await approve(organizer, approval(row), at);
    const spells = await db().select().from(memberships).where(eq(memberships.organisationId, works.id));
    expect(spells.map((spell) => [spell.joinedOn, spell.publicFrom !== null]).toSorted()).toEqual([
      ["2019-09-23", true],
      ["2026-06-10", false],
    ]);
  });

  it("is not approved where it is a member, or where the application is not tied to it", async () => {
    const works = await makeOrganisation(`Member ${crypto.randomUUID()}`);
    await db().insert(memberships).values({ organisationId: works.id, joinedOn: "2019-09-23" });
    const row = await tied(await beforeBoard({ name: works.name.en }, both()), works.id);
    const { attached } = await refused("obstacles", () => approve(organizer, approval(row), at));
    expect(attached).toEqual(["already_member"]);
    const second = await beforeBoard({ name: works.name.en }, both());
    const untied = await refused("obstacles", () => approve(organizer, approval(second), at));
    expect(untied.attached).toEqual(["organisation_known"]);
  });

  it("keeps the focal point it has, and takes no account from anybody else", async () => {
    const works = await makeOrganisation(`Desked ${crypto.randomUUID()}`);
    const account = { name: "X", role: "focal_point" as const, organisationId: works.id };
    const [own, foreign] = [`${crypto.randomUUID()}@example.org`, `${crypto.randomUUID()}@example.org`];
    await db()
      .insert(users)
      .values({ ...account, email: own });
    await db().insert(users).values({ name: "Y", role: "editor", email: foreign });
    const row = await tied(await beforeBoard({ name: works.name.en, contactEmail: own }, both()), works.id);
    await approve(organizer, approval(row), at);
    expect(await db().select().from(users).where(eq(users.email, own))).toHaveLength(1);
    const other = await beforeBoard({ contactEmail: foreign }, both());
    const { attached } = await refused("obstacles", () => approve(organizer, approval(other), at));
    expect(attached).toEqual(["contact_has_account"]);
  });
});

describe("withdrawing what was approved", () => {
  it("takes the hidden spell back with it, and is refused once the spell has its moment", async () => {
    const row = await beforeBoard({}, both());
    await approve(organizer, approval(row), at);
    const { revision, membershipId } = await rowOf(row.id);
    const applicant = { kind: "applicant" as const, accessionId: row.id };
    const ending = { id: row.id, revision, reason: "Sold" };
    await refused("accession_ended", () => withdraw(applicant, ending, at));
    await withdraw(organizer, ending, at);
    const [spell] = await db()
      .select()
      .from(memberships)
      .where(eq(memberships.id, membershipId ?? ""));
    expect(spell?.withdrawnAt).toEqual(at);
    expect((await accessionForOrganizer(organizer, row.id, moment)).state).toBe("withdrawn");

    const second = await beforeBoard({}, both());
    await approve(organizer, approval(second), at);
    const announced = await rowOf(second.id);
    const facts = { joinedOn: "2026-06-10", joinedPrecision: "day" as const, note: "" };
    await editSpell(
      organizer,
      {
        ...facts,
        id: announced.membershipId ?? "",
        revision: 1,
        leftOn: null,
        leftPrecision: null,
        known: true,
      },
      at,
    );
    await refused("membership_announced", () =>
      withdraw(organizer, { id: second.id, revision: announced.revision, reason: "Sold" }, at),
    );
  });
});

import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import { create } from "@/domain/members/create";
import { edit } from "@/domain/members/edit";
import { editMembershipInput, membershipInput } from "@/domain/members/input";
import { withdraw } from "@/domain/members/withdraw";
import { refusing, violation } from "@/lib/refusal";
import { aCompany, as, deedsOf, organizer, written } from "./fixture";

const at = new Date("2026-06-01T09:00:00Z");
let organisationId: string;

beforeEach(async () => {
  organisationId = (await aCompany()).id;
});

const spell = (joinedOn: string, rest: object = {}) =>
  membershipInput.parse({ organisationId, joinedOn, joinedPrecision: "day", known: "on", ...rest });
const change = (id: string, revision: number, joinedOn: string, rest: object = {}) =>
  editMembershipInput.parse({ id, revision, joinedOn, joinedPrecision: "day", ...rest });

async function rowOf(id: string) {
  const [row] = await db().select().from(memberships).where(eq(memberships.id, id));
  return row;
}

/** The deed is refused with the code, and nothing was written. */
async function refused(code: string, deed: () => Promise<unknown>) {
  const [before, rows] = [await written(), await db().select().from(memberships)];
  await expect(deed()).rejects.toMatchObject({ name: "Refusal", code });
  expect(await written()).toEqual(before);
  expect(await db().select().from(memberships)).toEqual(rows);
}

describe("entering a spell", () => {
  test("that is known makes it public at once", async () => {
    const { id } = await create(organizer, spell("2021-04-23", { joinedPrecision: "by" }), at);
    expect(await rowOf(id)).toMatchObject({
      joinedOn: "2021-04-23",
      joinedPrecision: "by",
      leftOn: null,
      leftPrecision: null,
      publicFrom: at,
      withdrawnAt: null,
      revision: 1,
    });
    expect(await deedsOf(id)).toMatchObject([{ action: "membership.create" }]);
  });

  test("to be announced leaves it hidden", async () => {
    const { id } = await create(organizer, spell("2026-09-01", { known: "" }), at);
    expect(await rowOf(id)).toMatchObject({ publicFrom: null });
  });

  test.each(["editor", "door", "focal_point"] as const)("is refused to the role %s", async (role) => {
    await refused("not_allowed", () => create(as(role), spell("2021-04-23"), at));
  });

  test("of an organisation that is not there is refused", async () => {
    organisationId = crypto.randomUUID();
    await refused("not_found", () => create(organizer, spell("2021-04-23"), at));
  });

  test("that shares a day with another is refused; on the day the other ended it is not", async () => {
    await create(organizer, spell("2019-09-23", { leftOn: "2021-01-01" }), at);
    await refused("membership_overlaps", () => create(organizer, spell("2020-12-31"), at));
    await create(organizer, spell("2021-01-01"), at);
    await refused("membership_overlaps", () => create(organizer, spell("2030-01-01"), at));
  });

  test("twice at the same moment enters it once", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, () => create(organizer, spell("2021-04-23"), at)),
    );
    const no = answers.filter((answer) => answer.status === "rejected");
    expect(no.map((answer) => answer.reason.code)).toEqual(Array(7).fill("membership_overlaps"));
  });

  test("is judged by the database last: its constraint is the same refusal", async () => {
    const row = { organisationId, joinedOn: "2021-04-23" };
    const insert = () => db().insert(memberships).values(row);
    await insert();
    const error = await insert().then(
      () => undefined,
      (thrown) => thrown,
    );
    expect(violation(error)).toEqual({ state: "23P01", constraint: "memberships_no_overlap" });
    const { membershipConstraints } = await import("@/domain/members/spells");
    await expect(refusing(membershipConstraints, insert)).rejects.toMatchObject({
      code: "membership_overlaps",
    });
    const backwards = () =>
      db()
        .insert(memberships)
        .values({ ...row, leftOn: "2020-01-01", leftPrecision: "day" });
    await expect(refusing(membershipConstraints, backwards)).rejects.toMatchObject({ name: "Refusal" });
  });
});

describe("changing a spell", () => {
  test("ends it, records which fields changed and keeps the moment it became public", async () => {
    const { id } = await create(organizer, spell("2021-04-23"), at);
    const later = new Date("2026-07-01T09:00:00Z");
    const answer = await edit(organizer, change(id, 1, "2021-04-23", { leftOn: "2026-06-30" }), later);
    expect(answer).toEqual({ revision: 2 });
    expect(await rowOf(id)).toMatchObject({ leftOn: "2026-06-30", leftPrecision: "day", publicFrom: at });
    expect((await deedsOf(id)).at(-1)).toMatchObject({
      action: "membership.edit",
      details: { changed: ["leftOn", "leftPrecision"] },
    });
  });

  test("to nothing else writes nothing", async () => {
    const { id } = await create(organizer, spell("2021-04-23"), at);
    const before = await written();
    expect(await edit(organizer, change(id, 1, "2021-04-23"), at)).toEqual({ revision: 1 });
    expect(await written()).toEqual(before);
  });

  test("never moves an embargo that is set, but lets out one that waits for nothing", async () => {
    const { id } = await create(organizer, spell("2026-09-01", { known: "" }), at);
    const moment = new Date("2026-09-01T07:00:00Z");
    await db().update(memberships).set({ publicFrom: moment }).where(eq(memberships.id, id));
    await edit(organizer, change(id, 1, "2026-09-02", { known: "on" }), at);
    expect(await rowOf(id)).toMatchObject({ joinedOn: "2026-09-02", publicFrom: moment });
    await db().update(memberships).set({ publicFrom: null }).where(eq(memberships.id, id));
    await edit(organizer, change(id, 2, "2026-09-02", { known: "on" }), at);
    expect(await rowOf(id)).toMatchObject({ publicFrom: at });
  });

  test("on an old revision is refused with theirs", async () => {
    const { id } = await create(organizer, spell("2021-04-23"), at);
    await edit(organizer, change(id, 1, "2021-04-24"), at);
    const late = () => edit(organizer, change(id, 1, "2021-04-25"), at);
    await refused("stale", late);
    await expect(late()).rejects.toMatchObject({
      attached: { theirs: { joinedOn: "2021-04-24", revision: 2 } },
    });
  });

  test("into another spell's days, of a withdrawn one, or without the right, is refused", async () => {
    const first = await create(organizer, spell("2019-09-23", { leftOn: "2021-01-01" }), at);
    const second = await create(organizer, spell("2022-01-01"), at);
    await refused("membership_overlaps", () => edit(organizer, change(second.id, 1, "2020-06-01"), at));
    await refused("not_allowed", () => edit(as("editor"), change(second.id, 1, "2022-02-01"), at));
    await refused("not_found", () => edit(organizer, change(crypto.randomUUID(), 1, "2022-02-01"), at));
    await withdraw(organizer, { id: first.id, revision: 1, reason: "Never was." }, at);
    await refused("membership_withdrawn", () => edit(organizer, change(first.id, 2, "2019-09-24"), at));
  });
});

describe("withdrawing a spell", () => {
  test("frees its days and keeps the reason", async () => {
    const { id } = await create(organizer, spell("2021-04-23"), at);
    expect(await withdraw(organizer, { id, revision: 1, reason: "A mistake." }, at)).toEqual({ revision: 2 });
    expect(await rowOf(id)).toMatchObject({ withdrawnAt: at });
    expect((await deedsOf(id)).at(-1)).toMatchObject({ action: "membership.withdraw", reason: "A mistake." });
    await create(organizer, spell("2021-04-23"), at);
  });

  test("is refused on an old revision, a second time, and without the right", async () => {
    const { id } = await create(organizer, spell("2021-04-23"), at);
    await refused("stale", () => withdraw(organizer, { id, revision: 7, reason: "x" }, at));
    await refused("not_allowed", () => withdraw(as("editor"), { id, revision: 1, reason: "x" }, at));
    await withdraw(organizer, { id, revision: 1, reason: "x" }, at);
    await refused("membership_withdrawn", () => withdraw(organizer, { id, revision: 2, reason: "x" }, at));
  });
});

import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { statementParties } from "@/db/schema/negotiations";
import { endorsementRequests } from "@/db/schema/statement-publishing";
import { ask } from "@/domain/positions/ask";
import { positionAtDesk, positionsAtDesk } from "@/domain/positions/desk-queries";
import { give } from "@/domain/positions/give";
import { remind } from "@/domain/positions/remind";
import { verify } from "@/domain/positions/verify";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { makeAdopted, makeMember, makePublic, makeStatement } from "../../support/adopted";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { countingStatements } from "../../support/statements";

beforeAll(makeGroup);

const tomorrow = new Date("2026-03-03T10:00:00Z");
const written = (id: string, what: string) =>
  db()
    .select()
    .from(mails)
    .where(and(eq(mails.aboutId, id), like(mails.template, `endorsement-${what}`)));
const position = (id: string) => ({
  id,
  kind: "endorses" as const,
  givenOn: "2026-03-02",
  authority: "",
  text: "",
  paragraphIds: [],
  replaces: null,
});

describe("asking to endorse", () => {
  it("writes to focal points in their language, once, and says who has none", async () => {
    const { id } = await makePublic("On cement");
    const [english, swedish] = [await makeMember("Anglo"), await makeMember("Svea", "sv")];
    const mute = await makeOrganisation("Mute");
    const input = { id, organisationIds: [english.organisation.id, swedish.organisation.id, mute.id] };
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => ask(actor, input, at));
    expect(await ask(organizer, input, at)).toEqual({ asked: 2, without: 1 });
    const letters = await written(id, "asked");
    expect(letters.map((one) => [one.toAddress, one.locale]).toSorted()).toEqual(
      [
        [english.email, "en"],
        [swedish.email, "sv"],
      ].toSorted(),
    );
    expect(letters.find((one) => one.locale === "sv")?.subject).toBe("Ansluter sig Svea till ”On cement”?");
    expect(letters.every((one) => one.text.includes(`/desk/statements/${id}/position`))).toBe(true);
    await refused("nobody_to_ask", () => ask(organizer, input, at));
  });

  it("asks all members where nobody is named, and of two at once writes once", async () => {
    const { id } = await makePublic();
    const member = await makeMember("Everybody");
    await Promise.allSettled([1, 2].map(() => ask(organizer, { id, organisationIds: [] }, at)));
    const own = (await written(id, "asked")).filter((one) => one.toAddress === member.email);
    expect(own).toHaveLength(1);
  });

  it("tells nobody of a text that is neither public nor theirs, and not before it is adopted", async () => {
    const draft = await makeStatement();
    const { organisation, actor } = await makeMember("Outside");
    const party = await makeMember("Inside");
    const both = [organisation.id, party.organisation.id];
    await refused("not_adopted", () => ask(organizer, { id: draft.id, organisationIds: both }, at));
    const { id } = await makeAdopted();
    await db()
      .insert(statementParties)
      .values({ statementId: id, organisationId: party.organisation.id, invitedAt: at, invitedBy: "x" });
    expect((await ask(organizer, { id, organisationIds: both }, at)).asked).toBe(1);
    expect((await written(id, "asked")).map((one) => one.toAddress)).toEqual([party.email]);
    expect((await positionsAtDesk(actor, at)).some((one) => one.id === id)).toBe(false);
    await refused("not_found", () => positionAtDesk(actor, id, "en", at));
    expect((await positionAtDesk(party.actor, id, "en", at)).askedAt).toEqual(at);
  });

  it("reminds who has not answered, at most once a day, and thanks who has", async () => {
    const { id } = await makePublic();
    const [silent, quick] = [await makeMember("Silent"), await makeMember("Quick")];
    const ids = [silent.organisation.id, quick.organisation.id];
    await ask(organizer, { id, organisationIds: ids }, at);
    await refused("nobody_to_remind", () => remind(organizer, { id }, at));
    const { id: positionId } = await give(quick.actor, position(id), undefined, at);
    expect(await written(id, "thanked")).toEqual([]);
    await verify(organizer, { id, positionId, replaces: null }, at);
    expect((await written(id, "thanked")).map((one) => one.toAddress)).toEqual([quick.email]);
    await refused("not_allowed", () => remind(editor, { id }, tomorrow));
    expect(await remind(organizer, { id }, tomorrow)).toEqual({ reminded: 1 });
    expect((await written(id, "reminded")).map((one) => one.toAddress)).toEqual([silent.email]);
    await refused("nobody_to_remind", () => remind(organizer, { id }, tomorrow));
    const rows = await db().select().from(endorsementRequests).where(eq(endorsementRequests.statementId, id));
    expect(rows.find((row) => row.organisationId === quick.organisation.id)?.thankedAt).toEqual(at);
  });
});

describe("the desk", () => {
  it("sends as many queries for one statement as for many", async () => {
    const { actor } = await makeMember("Counting");
    await makePublic();
    const one = await countingStatements(() => positionsAtDesk(actor, at));
    await makePublic();
    await makePublic();
    expect(await countingStatements(() => positionsAtDesk(actor, at))).toBe(one);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { pressLinks } from "@/db/schema/statement-publishing";
import { statementPublications } from "@/db/schema/statements";
import { positionsAtDesk } from "@/domain/positions/desk-queries";
import { create } from "@/domain/press-links/create";
import { erasePressAddresses } from "@/domain/press-links/erase";
import { openPressLink } from "@/domain/press-links/open";
import { pressLinksOf } from "@/domain/press-links/queries";
import { revoke } from "@/domain/press-links/revoke";
import { embargoZones } from "@/domain/press-links/rules";
import { publish } from "@/domain/statements/publish";
import { publicStatements } from "@/domain/statements/queries";
import { addressAfterwards, publicEditions, readableStatement } from "@/domain/statements/readable";
import { withdraw } from "@/domain/statements/withdraw";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { makeAdopted, makeMember, makePublic } from "../../support/adopted";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);

const seconds = (n: number) => new Date(at.getTime() + n * 1_000);
/** 12:00 in Stockholm, two hours after the tests' moment. */
const lifts = 7_200;
const target = (id: string) => ({ of: "statement" as const, id });
const journalist = (id: string) => ({
  ...target(id),
  recipient: "Kim Berg",
  outlet: "The Paper",
  email: `${crypto.randomUUID()}@example.org`,
  locale: "en" as const,
});

async function embargoed() {
  const statement = await makeAdopted();
  const { id, revisionId } = statement;
  const embargo = { publicFrom: "2026-03-02T12:00", zone: "Europe/Stockholm" };
  const publication = await publish(organizer, { id, revisionId, locale: "en", ...embargo }, at);
  return { ...statement, publicationId: publication.id };
}

async function linkTo(id: string) {
  const who = journalist(id);
  const { id: linkId } = await create(organizer, who, at);
  const [mail] = await db().select().from(mails).where(eq(mails.toAddress, who.email));
  const token = mail?.secrets?.link?.split("/").at(-1) ?? "";
  return { linkId, token, mail, email: who.email };
}

describe("a press link", () => {
  it("is mailed and nowhere kept, opens the text, and each opening is noted", async () => {
    const { id } = await embargoed();
    const { token, mail, linkId } = await linkTo(id);
    expect(token.length).toBeGreaterThan(20);
    expect(`${mail?.text}${mail?.html}`).not.toContain(token);
    expect(mail?.text).toContain("UTC");
    const [row] = await db().select().from(pressLinks).where(eq(pressLinks.id, linkId));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.expiresAt).toEqual(seconds(lifts));
    for (const when of [1, 2]) {
      expect(await openPressLink(token, "sv", seconds(when))).toMatchObject({
        recipient: "Kim Berg",
        text: { title: "On steel", locale: "en" },
        embargo: { until: seconds(lifts), zone: "Europe/Stockholm" },
      });
    }
    const [link] = await pressLinksOf(organizer, target(id), seconds(3));
    expect(link?.reads).toEqual([seconds(1), seconds(2)]);
    expect(await pressLinksOf(editor, target(id), at)).toEqual([]);
    expect(await openPressLink("not-a-token", "en", at)).toBeUndefined();
  });

  it("ends with the embargo, and then leads to the page", async () => {
    const { id, slug } = await embargoed();
    const { token } = await linkTo(id);
    expect(await openPressLink(token, "en", seconds(lifts - 1))).toHaveProperty("text");
    for (const when of [lifts, lifts + 1])
      expect(await openPressLink(token, "en", seconds(when))).toEqual({ of: "statement", slug });
  });

  it("opens nothing once it is taken back, or the embargo is lifted for good", async () => {
    const statement = await embargoed();
    const { id, publicationId } = statement;
    const [first, second] = [await linkTo(id), await linkTo(id)];
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => revoke(actor, { ...target(id), linkId: first.linkId }, at));
    await revoke(organizer, { ...target(id), linkId: first.linkId }, at);
    await refused("already_revoked", () => revoke(organizer, { ...target(id), linkId: first.linkId }, at));
    expect(await openPressLink(first.token, "en", seconds(1))).toBeUndefined();
    await withdraw(organizer, { id, publicationId, reason: "Not yet.", kind: "too_early" }, seconds(2));
    expect(await openPressLink(second.token, "en", seconds(3))).toBeUndefined();
  });

  it("is given only to what is under embargo, by organizers", async () => {
    const open = await makePublic();
    await refused("no_embargo", () => create(organizer, journalist(open.id), at));
    const draft = await makeAdopted();
    await refused("no_embargo", () => create(organizer, journalist(draft.id), at));
    const { id } = await embargoed();
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => create(actor, journalist(id), at));
  });

  it("leaves no address when it has ended", async () => {
    const { id } = await embargoed();
    const { linkId, email } = await linkTo(id);
    await db().transaction((tx) => erasePressAddresses(tx, seconds(1)));
    const address = async () =>
      (await db().select().from(pressLinks).where(eq(pressLinks.id, linkId)))[0]?.email;
    expect(await address()).toBe(email);
    await db().transaction((tx) => erasePressAddresses(tx, seconds(lifts)));
    expect(await address()).toBe("");
    expect(await db().select().from(mails).where(eq(mails.toAddress, email))).toEqual([]);
  });

  it("tells the embargo in UTC, its own zone and Stockholm, each once", () => {
    expect(embargoZones("Asia/Kolkata")).toEqual(["UTC", "Asia/Kolkata", "Europe/Stockholm"]);
    expect(embargoZones("UTC")).toEqual(["UTC", "Europe/Stockholm"]);
  });
});

describe("a statement under embargo", () => {
  it("is nowhere a second before, and everywhere from the instant on", async () => {
    const { id, slug } = await embargoed();
    const { actor } = await makeMember("Leak Works");
    const seen = async (when: Date) => [
      (await readableStatement(slug, "en", when)) !== undefined,
      (await publicStatements(when)).some((one) => one.id === id),
      (await publicEditions(id, "en", when)).length > 0,
      (await positionsAtDesk(actor, when)).some((one) => one.id === id),
      (await addressAfterwards(slug, when)) !== undefined,
    ];
    const [row] = await db()
      .select()
      .from(statementPublications)
      .where(eq(statementPublications.statementId, id));
    expect(row?.zone).toBe("Europe/Stockholm");
    expect(await seen(seconds(lifts - 1))).toEqual([false, false, false, false, false]);
    for (const when of [lifts, lifts + 1])
      expect(await seen(seconds(when))).toEqual([true, true, true, true, false]);
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { pressLinks } from "@/db/schema/statement-publishing";
import { pressRecipients } from "@/db/schema/subscriptions";
import { withdraw } from "@/domain/announcements/withdraw";
import { create } from "@/domain/press-links/create";
import { erasePressAddresses } from "@/domain/press-links/erase";
import { openPressLink } from "@/domain/press-links/open";
import { pressLinksOf } from "@/domain/press-links/queries";
import { revoke } from "@/domain/press-links/revoke";
import { listWithoutLink, sendToList } from "@/domain/press-links/send-to-list";
import { add } from "@/domain/press-list/add";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { hiddenSpell, lifts, published, rowsOf, written } from "../announcements/fixture";

beforeAll(makeGroup);

const seconds = (n: number) => new Date(lifts.instant.getTime() + n * 1_000);
const target = (id: string) => ({ of: "announcement" as const, id });

async function embargoed(facts: Parameters<typeof written>[0] = {}) {
  const id = await written(facts);
  await published(id, ["en", "sv"], lifts.local);
  return id;
}

async function linkTo(id: string, locale: "en" | "sv" = "en") {
  const email = `${crypto.randomUUID()}@example.org`;
  const { id: linkId } = await create(
    organizer,
    { ...target(id), recipient: "Kim Berg", outlet: "", email, locale },
    at,
  );
  const [mail] = await db().select().from(mails).where(eq(mails.toAddress, email));
  return { linkId, email, mail, token: mail?.secrets?.link?.split("/").at(-1) ?? "" };
}

describe("a press link to an announcement", () => {
  it("shows it as it will be read, in the reader's language, and notes each opening", async () => {
    const spell = await hiddenSpell("Norrsken Works");
    const secret = await hiddenSpell("Hidden Works");
    await embargoed({ kind: "new_member", title: "Other", membershipIds: [secret.id] });
    const id = await embargoed({ kind: "new_member", membershipIds: [spell.id] });
    const { token, mail } = await linkTo(id, "sv");
    expect(mail?.text).toContain("Ord");
    const read = await openPressLink(token, "sv", at);
    expect(read).toMatchObject({
      embargo: { until: lifts.instant },
      announcement: { piece: { title: "Ord", locale: "sv" }, day: "2026-03-10", counts: { company: 1 } },
    });
    expect(JSON.stringify(read)).toContain("Norrsken Works");
    // What else is under embargo shows nowhere in it, not even in its numbers.
    expect(JSON.stringify(read)).not.toContain("Hidden");
    await openPressLink(token, "en", seconds(-1));
    const [link] = await pressLinksOf(organizer, target(id), at);
    expect(link?.reads).toEqual([at, seconds(-1)]);
  });

  it("ends with the embargo, and then leads to the page", async () => {
    const id = await embargoed();
    const { token, email } = await linkTo(id);
    const { row } = await rowsOf(id);
    expect(await openPressLink(token, "en", seconds(-1))).toHaveProperty("announcement");
    for (const n of [0, 1])
      expect(await openPressLink(token, "en", seconds(n))).toEqual({ of: "announcement", slug: row.slug });
    await db().transaction((tx) => erasePressAddresses(tx, seconds(0)));
    expect(await db().select().from(pressLinks).where(eq(pressLinks.email, email))).toEqual([]);
    expect(await db().select().from(mails).where(eq(mails.toAddress, email))).toEqual([]);
  });

  it("opens nothing once it is taken back, or the embargo is lifted for good", async () => {
    const id = await embargoed();
    const [first, second] = [await linkTo(id), await linkTo(id)];
    await revoke(organizer, { ...target(id), linkId: first.linkId }, at);
    expect(await openPressLink(first.token, "en", at)).toBeUndefined();
    await refused("not_found", () => revoke(organizer, { of: "statement", id, linkId: second.linkId }, at));
    for (const publication of (await rowsOf(id)).publications) {
      const input = { id, publicationId: publication.id, reason: "Not yet.", kind: "too_early" as const };
      await withdraw(organizer, input as never, at);
    }
    expect(await openPressLink(second.token, "en", at)).toBeUndefined();
    expect(await openPressLink(second.token, "en", seconds(1))).toBeUndefined();
  });
});

describe("sending to the whole press list", () => {
  it("gives each a link of their own once, also where two do it at the same time", async () => {
    await db().delete(pressRecipients);
    const id = await embargoed();
    await refused("nobody_to_write_to", () => sendToList(organizer, target(id), at));
    for (const [name, locale] of [
      ["Kim", "en"],
      ["Lo", "sv"],
    ] as const)
      await add(
        organizer,
        { name, outlet: "", email: `${name}-${id}@example.org`.toLowerCase(), locale },
        at,
      );
    expect(await listWithoutLink(organizer, target(id))).toBe(2);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => sendToList(organizer, target(id), at)));
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const links = await pressLinksOf(organizer, target(id), at);
    expect(links.map((link) => link.recipient).toSorted()).toEqual(["Kim", "Lo"]);
    const sent = await db().select().from(mails).where(eq(mails.aboutId, id));
    expect(sent.map((mail) => mail.locale).toSorted()).toEqual(["en", "sv"]);
    expect(new Set(sent.map((mail) => mail.secrets?.link)).size).toBe(2);
    await add(organizer, { name: "Mo", outlet: "", email: `mo-${id}@example.org`, locale: "en" }, at);
    expect(await sendToList(organizer, target(id), at)).toEqual({ sent: 1 });
  });

  it("is only of what is under embargo, and the organizers' alone", async () => {
    const id = await embargoed();
    const open = await written();
    await published(open);
    await refused("no_embargo", () => sendToList(organizer, target(open), at));
    await refused("no_embargo", () => sendToList(organizer, target(id), seconds(0)));
    await refused("not_found", () => sendToList(organizer, target(crypto.randomUUID()), at));
    for (const actor of [editor, protocol, door, focalPoint, stranger]) {
      await refused("not_allowed", () => sendToList(actor, target(id), at));
      expect(await listWithoutLink(actor, target(id))).toBe(0);
    }
  });
});

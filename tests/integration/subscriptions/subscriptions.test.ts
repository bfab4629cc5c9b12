import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { subscriptions } from "@/db/schema/subscriptions";
import { change } from "@/domain/subscriptions/change";
import { confirm } from "@/domain/subscriptions/confirm";
import { end } from "@/domain/subscriptions/end";
import { eraseUnconfirmed } from "@/domain/subscriptions/erase";
import { subscribeInput } from "@/domain/subscriptions/input";
import { subscriptionByLink } from "@/domain/subscriptions/queries";
import { sendSubscriptionLink, subscribe } from "@/domain/subscriptions/subscribe";
import { hashOf } from "@/lib/tokens";
import { focalPoint, house, organizer, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { address, asked, mailsTo, subscriber, subscriptionOf, tokenTo } from "./fixture";

beforeAll(makeGroup);

const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);

describe("asking for news", () => {
  it("mails a link, and begins only when it is confirmed", async () => {
    const wanted = asked({ locale: "sv", kinds: ["new_member"], cadence: "digest" });
    await sendSubscriptionLink(house, wanted, at);
    const [mail] = await mailsTo(wanted.email);
    expect(mail).toMatchObject({ template: "subscription", locale: "sv" });
    expect(`${mail?.text}${mail?.html}`).not.toContain(mail?.secrets?.token);
    const token = await tokenTo(wanted.email);
    // Programs open links: looking confirms nothing.
    expect(await subscriptionByLink(token, hours(1))).toMatchObject({ state: "asked" });
    expect((await subscriptionOf(wanted.email))?.confirmedAt).toBeNull();
    await confirm(stranger, { link: token }, hours(1));
    await confirm(stranger, { link: token }, hours(2));
    expect(await subscriptionOf(wanted.email)).toMatchObject({ confirmedAt: hours(1), toldUntil: hours(1) });
    expect(await subscriptionByLink(token, hours(3))).toEqual({
      state: "confirmed",
      address: "r…@example.org",
      wishes: { locale: "sv", cadence: "digest", kinds: ["new_member"] },
    });
  });

  it("expires after three days, and can be asked for again", async () => {
    const wanted = asked();
    await sendSubscriptionLink(house, wanted, at);
    const token = await tokenTo(wanted.email);
    await refused("subscription_expired", () => confirm(stranger, { link: token }, hours(72)));
    await sendSubscriptionLink(house, { ...wanted, kinds: ["brief"] }, hours(73));
    await confirm(stranger, { link: await tokenTo(wanted.email) }, hours(74));
    expect(await subscriptionOf(wanted.email)).toMatchObject({ kinds: ["brief"] });
  });

  it("of an address that is known changes nothing, and is answered alike", async () => {
    const known = await subscriber();
    const fields = { locale: "sv", cadence: "digest", kinds: "brief" };
    const ask = (email: string) => subscribe(stranger, subscribeInput.parse({ ...fields, email }), known.id);
    expect(await ask(known.email)).toEqual(await ask(address()));
    await sendSubscriptionLink(house, asked({ email: known.email, locale: "sv" }), hours(1));
    expect(await subscriptionOf(known.email)).toMatchObject({ locale: "en", cadence: "at_once" });
    const letters = await mailsTo(known.email, "subscription");
    expect(letters.map((mail) => mail.subject)).toEqual([
      "Confirm that you want our news",
      "Du prenumererar på våra nyheter",
    ]);
  });

  it("is done once by two at the same time", async () => {
    const wanted = asked();
    await Promise.all([1, 2, 3].map((n) => sendSubscriptionLink(house, wanted, hours(n))));
    expect(await db().select().from(subscriptions).where(eq(subscriptions.email, wanted.email))).toHaveLength(
      1,
    );
  });

  it("is limited by address and by peer, and does nothing for a program that fills in everything", async () => {
    const jobs = async (email: string) =>
      (
        await db().execute(
          sql`select 1 from graphile_worker._private_jobs where payload->>'email' = ${email}`,
        )
      ).length;
    const email = address();
    const input = subscribeInput.parse({ ...asked({ email }), website: "" });
    for (const n of [1, 2, 3]) await subscribe(stranger, input, `peer ${n} ${email}`);
    await refused("too_many", () => subscribe(stranger, input, `peer 4 ${email}`));
    expect(await jobs(email)).toBe(3);
    const robot = subscribeInput.parse({ ...asked(), website: "https://x.example" });
    expect(await subscribe(stranger, robot, "a robot")).toEqual({ asked: true });
    expect(await jobs(robot.email)).toBe(0);
    for (let n = 0; n < 19; n++)
      await subscribe(stranger, subscribeInput.parse({ ...asked(), website: "x" }), "a robot");
    await refused("too_many", () =>
      subscribe(stranger, subscribeInput.parse({ ...asked(), website: "" }), "a robot"),
    );
  });

  it("is open to anybody, and its mails are the house's alone", async () => {
    const input = subscribeInput.parse({ ...asked(), website: "" });
    for (const actor of [focalPoint, organizer])
      await subscribe(actor, { ...input, email: address() }, actor.id);
    await refused("not_allowed", () => sendSubscriptionLink(organizer, input, at));
    await refused("not_allowed", () => subscribe(house, input, "house"));
  });
});

describe("a subscription", () => {
  it("is changed by its link alone", async () => {
    const one = await subscriber();
    const wishes = { locale: "sv" as const, cadence: "digest" as const, kinds: ["video" as const] };
    await change(stranger, { link: one.token, ...wishes }, hours(5));
    expect(await subscriptionOf(one.email)).toMatchObject({ ...wishes, toldUntil: hours(5) });
    for (const link of ["", "x", `${one.token}x`, `A${one.token.slice(1)}`, one.token.slice(0, 22)]) {
      await refused("not_found", () => change(stranger, { link, ...wishes }, hours(6)));
      await refused("not_found", () => confirm(stranger, { link }, hours(6)));
      expect(await end(stranger, { link }, hours(6))).toBe(false);
      expect(await subscriptionByLink(link, hours(6))).toBeUndefined();
    }
    const waiting = asked();
    await sendSubscriptionLink(house, waiting, at);
    const link = await tokenTo(waiting.email);
    await refused("subscription_expired", () => change(stranger, { link, ...wishes }, hours(1)));
  });

  it("ends in one step, leaves no address anywhere, and can begin anew", async () => {
    const one = await subscriber();
    expect(await end(stranger, { link: one.token }, hours(1))).toBe(true);
    expect(await end(stranger, { link: one.token }, hours(2))).toBe(true);
    const [row] = await db().select().from(subscriptions).where(eq(subscriptions.id, one.id));
    expect(row).toMatchObject({ email: "", endedAt: hours(1) });
    expect(await mailsTo(one.email)).toEqual([]);
    expect(await subscriptionByLink(one.token, hours(3))).toMatchObject({ state: "ended" });
    await refused("not_found", () => confirm(stranger, { link: one.token }, hours(3)));
    const again = await subscriber({ email: one.email }, hours(4));
    expect(again.id).not.toBe(one.id);
  });

  it("is still ended by a mail from before the secret was changed", async () => {
    const one = await subscriber();
    const old = Buffer.concat([Buffer.from(one.id.replaceAll("-", ""), "hex"), Buffer.alloc(16, 7)]).toString(
      "base64url",
    );
    expect(await end(stranger, { link: old }, hours(1))).toBe(false);
    await db()
      .update(subscriptions)
      .set({ tokenHash: hashOf(old) })
      .where(eq(subscriptions.id, one.id));
    expect(await end(stranger, { link: old }, hours(1))).toBe(true);
  });

  it("that nobody confirmed is erased, and old mails with it", async () => {
    const [waiting, kept] = [asked(), await subscriber()];
    await sendSubscriptionLink(house, waiting, at);
    await db().update(mails).set({ createdAt: at }).where(eq(mails.toAddress, kept.email));
    await db().transaction((tx) => eraseUnconfirmed(tx, hours(71)));
    expect(await subscriptionOf(waiting.email)).toBeDefined();
    await db().transaction((tx) => eraseUnconfirmed(tx, hours(72)));
    expect(await subscriptionOf(waiting.email)).toBeUndefined();
    expect(await mailsTo(waiting.email)).toEqual([]);
    expect(await mailsTo(kept.email)).toHaveLength(1);
    await db().transaction((tx) => eraseUnconfirmed(tx, hours(30 * 24)));
    expect(await mailsTo(kept.email)).toEqual([]);
    expect(await subscriptionOf(kept.email)).toBeDefined();
  });
});

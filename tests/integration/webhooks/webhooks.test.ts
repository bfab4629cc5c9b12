import crypto from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { type WebhookTopic, webhookTopics } from "@/db/enums";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import { release as releaseAgenda } from "@/domain/agenda/release";
import { withdraw } from "@/domain/announcements/withdraw";
import { announce } from "@/domain/events/announce";
import { create as createMembership } from "@/domain/members/create";
import { publish as publishStatement } from "@/domain/statements/publish";
import { withdraw as withdrawStatement } from "@/domain/statements/withdraw";
import { create } from "@/domain/webhooks/create";
import { deliver } from "@/domain/webhooks/deliver";
import { edit } from "@/domain/webhooks/edit";
import { pause, resume } from "@/domain/webhooks/pause";
import { deliveriesOf, listWebhooks, webhookForAdmin } from "@/domain/webhooks/queries";
import { remove } from "@/domain/webhooks/remove";
import { rotate } from "@/domain/webhooks/rotate";
import { mostAttempts } from "@/domain/webhooks/rules";
import { sendAgain, sendTest } from "@/domain/webhooks/send";
import { sweepWebhooks } from "@/domain/webhooks/sweep";
import { tellInput, tellWebhooks } from "@/domain/webhooks/tell";
import { door, editor, focalPoint, house, organizer, protocol, stranger, user } from "../../support/actors";
import { makeAdopted } from "../../support/adopted";
import { at, makeEvent, makeGroup, makeOrganisation } from "../../support/make";
import { openReceiver } from "../../support/receiver";
import { refused } from "../../support/refused";
import { hiddenSpell, lifts, published, rowsOf, written } from "../announcements/fixture";

// The receivers of these tests are on this machine, which only the demonstration may tell.
Object.assign(process.env, { PLENARY_DEMONSTRATION: "1", HOST: "127.0.0.1" });

const admin = user("admin");
let receiver: Awaited<ReturnType<typeof openReceiver>>;
beforeAll(async () => {
  await makeGroup();
  receiver = await openReceiver();
});
afterAll(() => receiver.close());
beforeEach(async () => {
  await db().delete(webhooks);
  await db().execute(sql`delete from graphile_worker._private_jobs`);
  receiver.received.length = 0;
  receiver.answers.length = 0;
});

const aWebhook = (topics: WebhookTopic[] = [...webhookTopics], url = receiver.url) =>
  create(admin, { name: "Website", url, topics }, at);
const rowOf = async (id: string) =>
  (await db().select().from(webhooks).where(eq(webhooks.id, id)))[0] as typeof webhooks.$inferSelect;
const deliveries = () => db().select().from(webhookDeliveries).orderBy(webhookDeliveries.createdAt);

type Job = { payload: Record<string, string>; run_at: string };
async function jobs(task: string): Promise<Job[]> {
  const rows = await db().execute<Job>(sql`
    select j.payload, j.run_at from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task} order by j.run_at, j.id`);
  return [...rows];
}

/** Does what the jobs would at a moment: tells of what has become public by then, and delivers it. */
async function work(when: Date) {
  for (const { payload } of await jobs("notify-webhooks")) {
    const told = tellInput.parse(payload);
    if (told.publicFrom <= when) await tellWebhooks(house, told, when);
  }
  for (const { id, state } of await deliveries()) if (state === "waiting") await deliver(house, { id }, when);
}

const opened = (secret: string, n = -1) => {
  const { headers, body } = receiver.received.at(n) ?? { headers: {}, body: "" };
  // The library holds the instant against the clock; what is checked here is the signature.
  const signed = new Webhook(secret).sign(
    headers["webhook-id"] ?? "",
    new Date(Number(headers["webhook-timestamp"]) * 1_000),
    body,
  );
  expect(headers["webhook-signature"]).toBe(signed);
  return JSON.parse(body);
};

describe("what is told", () => {
  test("is an announcement at its instant, once for all its languages, signed", async () => {
    const { secret } = await aWebhook();
    const spell = await hiddenSpell();
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(id, ["en", "sv"], lifts.local);
    const [job] = await jobs("notify-webhooks");
    expect(new Date(job?.run_at ?? 0)).toEqual(lifts.instant);
    const just = new Date(lifts.instant.getTime() - 1);
    for (const { payload } of await jobs("notify-webhooks")) {
      await tellWebhooks(house, tellInput.parse(payload), just);
    }
    expect(await deliveries()).toEqual([]);
    await work(lifts.instant);
    await work(new Date(lifts.instant.getTime() + 60_000));
    expect(receiver.received).toHaveLength(2);
    const told = [opened(secret, 0), opened(secret, 1)];
    const piece = told.find((one) => one.type === "announcement.published");
    expect(piece).toMatchObject({
      timestamp: lifts.instant.toISOString(),
      data: {
        url: expect.stringMatching(`/api/v1/announcements/${id}$`),
        languages: ["en", "sv"],
        object: { id, editions: { en: { title: "Words" }, sv: { title: "Ord" } }, members: [{}] },
      },
    });
    expect(told.find((one) => one.type === "membership.published")).toMatchObject({
      data: { object: { id: spell.organisationId, spells: [{ joinedOn: "2026-03-10" }] } },
    });
  });

  test("is nothing of what was taken back before its instant, or replaced by something newer", async () => {
    await aWebhook();
    const id = await written();
    await published(id, ["en"], lifts.local);
    const [live] = (await rowsOf(id)).publications;
    await withdraw(organizer, { id, publicationId: live?.id ?? "", reason: "Not yet." }, at);
    await work(lifts.instant);
    expect(await deliveries()).toEqual([]);
  });

  test("is what was taken back, with what is left of it", async () => {
    const { secret } = await aWebhook(["announcement.withdrawn"]);
    const id = await written();
    await published(id);
    const sv = (await rowsOf(id)).publications.find((one) => one.locale === "sv");
    const later = new Date(at.getTime() + 1_000);
    await withdraw(organizer, { id, publicationId: sv?.id ?? "", reason: "Wrong." }, later);
    await work(later);
    expect(opened(secret)).toMatchObject({
      type: "announcement.withdrawn",
      data: { languages: ["sv"], object: { languages: ["en"] } },
    });
    expect(receiver.received[0]?.body).not.toContain("Wrong.");
    expect(receiver.received[0]?.body).not.toContain("Ord");
  });

  test("is a statement, an event, a release of its agenda, and a membership that is known", async () => {
    const { secret } = await aWebhook();
    const { id, revisionId } = await makeAdopted();
    const input = { id, revisionId, locale: "en" as const, publicFrom: null, zone: "Europe/Stockholm" };
    const publication = await publishStatement(organizer, input as never, at);
    const event = await makeEvent({ announcedAt: null });
    await db().execute(sql`insert into event_hosts (event_id, organisation_id, role, position)
      values (${event.id}, ${(await makeOrganisation()).id}, 'host', 0)`);
    await announce(organizer, { id: event.id, revision: event.revision }, at);
    const organisation = await makeOrganisation();
    await createMembership(
      organizer,
      {
        organisationId: organisation.id,
        joinedOn: "2026-03-01",
        joinedPrecision: "day",
        leftOn: null,
        leftPrecision: null,
        note: "",
        known: true,
      } as never,
      at,
    );
    await work(at);
    const types = receiver.received.map((_, n) => opened(secret, n).type);
    expect(types.toSorted()).toEqual(["event.announced", "membership.published", "statement.published"]);
    await db().execute(sql`insert into agenda_items (event_id, kind, title, starts_at, ends_at)
      values (${event.id}, 'plenary', '{"en": "Opening"}', ${"2026-06-10T07:00:00Z"}::timestamptz, ${"2026-06-10T08:00:00Z"}::timestamptz)`);
    await releaseAgenda(organizer, { eventId: event.id, after: 0, note: {} }, at);
    // One after the other: what is due together is told in no order.
    await work(at);
    const later = new Date(at.getTime() + 1_000);
    await withdrawStatement(
      organizer,
      { id, publicationId: publication.id, reason: "Wrong." } as never,
      later,
    );
    await work(later);
    expect(opened(secret, 3)).toMatchObject({
      type: "agenda.released",
      data: { object: { release: { number: 1 } } },
    });
    expect(opened(secret, 4)).toMatchObject({ type: "statement.withdrawn", data: { object: null } });
  });

  test("goes to whoever wants to know of it, one delivery each, also where the job runs in several processes", async () => {
    await aWebhook(["announcement.published"]);
    await aWebhook(["announcement.published"]);
    await aWebhook(["event.announced"]);
    const id = await written();
    await published(id);
    const [job] = await jobs("notify-webhooks");
    const told = tellInput.parse(job?.payload);
    await Promise.all(Array.from({ length: 5 }, () => tellWebhooks(house, told, at)));
    const made = await deliveries();
    expect(made).toHaveLength(2);
    await Promise.all(made.flatMap(({ id }) => Array.from({ length: 4 }, () => deliver(house, { id }, at))));
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map((one) => one.headers["webhook-id"]))).toEqual(
      new Set(made.map((one) => one.id)),
    );
  });
});

describe("a delivery", () => {
  async function waiting() {
    const hook = await aWebhook(["announcement.published"]);
    const id = await written();
    await published(id);
    for (const { payload } of await jobs("notify-webhooks")) {
      await tellWebhooks(house, tellInput.parse(payload), at);
    }
    const [delivery] = await deliveries();
    if (!delivery) throw new Error("nothing is told");
    return { ...hook, announcementId: id, delivery };
  }
  const again = async () => (await deliveries())[0] as typeof webhookDeliveries.$inferSelect;

  test("that fails is tried again later under the same id, and says so", async () => {
    const { secret, delivery } = await waiting();
    receiver.answers.push({ status: 503 }, { status: 302, headers: { location: receiver.url } });
    expect(await deliver(house, delivery, at)).toBe("waits");
    expect(await again()).toMatchObject({ state: "waiting", attempts: 1, status: 503 });
    expect((await jobs("deliver-webhook")).at(-1)?.payload).toEqual({ id: delivery.id });
    expect(await deliver(house, delivery, at)).toBe("waits");
    expect(receiver.received).toHaveLength(2);
    expect(await deliver(house, delivery, at)).toBe("delivered");
    expect(await again()).toMatchObject({ state: "delivered", attempts: 3, status: 200, deliveredAt: at });
    expect(new Set(receiver.received.map((one) => one.headers["webhook-id"]))).toEqual(
      new Set([delivery.id]),
    );
    opened(secret);
    expect(await deliver(house, delivery, at)).toBe("nothing");
  });

  test("that is given up pauses the system, and what waits is sent when it goes on", async () => {
    const { id, delivery } = await waiting();
    await db()
      .update(webhookDeliveries)
      .set({ attempts: mostAttempts - 1 });
    receiver.answers.push({ status: 500 });
    expect(await deliver(house, delivery, at)).toBe("failed");
    expect(await again()).toMatchObject({ state: "failed", attempts: mostAttempts });
    const paused = await rowOf(id);
    expect(paused).toMatchObject({ pausedAt: at, revision: 2 });
    await sendAgain(admin, delivery, at);
    expect(await deliver(house, delivery, at)).toBe("waits");
    expect(receiver.received).toHaveLength(1);
    await resume(admin, { id, revision: 2 }, at);
    expect(await deliver(house, delivery, at)).toBe("delivered");
  });

  test("that is wanted no more is not tried again", async () => {
    const { delivery } = await waiting();
    receiver.answers.push({ status: 410 });
    expect(await deliver(house, delivery, at)).toBe("failed");
    expect(await again()).toMatchObject({ state: "failed", attempts: 1, status: 410 });
  });

  test("of what is public no more is not sent", async () => {
    const { announcementId, delivery } = await waiting();
    for (const { id } of (await rowsOf(announcementId)).publications) {
      await withdraw(organizer, { id: announcementId, publicationId: id, reason: "Wrong." }, at);
    }
    expect(await deliver(house, delivery, at)).toBe("failed");
    expect(await again()).toMatchObject({ state: "failed", attempts: 0, lastError: "no_longer_public" });
    expect(receiver.received).toEqual([]);
  });

  test("reads no more of an answer than it must, and does not wait for who is not there", async () => {
    const { delivery, id } = await waiting();
    receiver.answers.push({ status: 200, body: "x".repeat(5_000_000) });
    expect(await deliver(house, delivery, at)).toBe("delivered");
    await sendAgain(admin, delivery, at);
    await db().update(webhooks).set({ url: "http://127.0.0.1:9/" }).where(eq(webhooks.id, id));
    expect(await deliver(house, delivery, at)).toBe("waits");
    expect(await again()).toMatchObject({ status: null, lastError: "ECONNREFUSED" });
  });

  test.each([
    ["https://10.0.0.1/", "address_refused"],
    ["https://192.168.1.1/", "address_refused"],
    ["https://169.254.169.254/latest/meta-data", "address_refused"],
    ["https://[fd00::1]/", "address_refused"],
    ["https://[::ffff:10.0.0.1]/", "address_refused"],
    ["https://0.0.0.0/", "address_refused"],
    ["http://192.168.0.1/", "address_refused"],
  ])("is not sent into our own network: %s", async (url, lastError) => {
    const { delivery, id } = await waiting();
    await db().update(webhooks).set({ url }).where(eq(webhooks.id, id));
    expect(await deliver(house, delivery, at)).toBe("waits");
    expect(await again()).toMatchObject({ status: null, lastError });
  });

  test("that was forgotten is found again, unless its system is paused, and is kept for a while", async () => {
    const { id } = await waiting();
    await db().execute(sql`delete from graphile_worker._private_jobs`);
    const later = new Date(at.getTime() + 3_600_000);
    expect(await sweepWebhooks(house, at)).toBe(0);
    expect(await sweepWebhooks(house, later)).toBe(1);
    expect(await jobs("deliver-webhook")).toHaveLength(1);
    await pause(admin, { id, revision: 1 }, at);
    const muchLater = new Date(at.getTime() + 91 * 24 * 3_600_000);
    expect(await sweepWebhooks(house, muchLater)).toBe(0);
    expect(await deliveries()).toHaveLength(1);
    await db().update(webhookDeliveries).set({ state: "delivered" });
    await sweepWebhooks(house, later);
    expect(await deliveries()).toHaveLength(1);
    await sweepWebhooks(house, muchLater);
    expect(await deliveries()).toEqual([]);
  });
});

describe("a webhook", () => {
  test("is made with a secret that is told once, and read without it", async () => {
    const { id, secret } = await aWebhook();
    expect(secret).toMatch(/^whsec_/);
    const read = [await webhookForAdmin(admin, id), await listWebhooks(admin)];
    expect(JSON.stringify(read)).not.toContain(secret);
    expect(
      JSON.stringify(await refused("stale", () => rotate(admin, { id, revision: 9 }, at))),
    ).not.toContain(secret);
    const next = await rotate(admin, { id, revision: 1 }, at);
    expect(next.secret).not.toBe(secret);
    await sendTest(admin, { id }, at);
    const [trial] = await deliveries();
    expect(await deliver(house, { id: trial?.id ?? "" }, at)).toBe("delivered");
    expect(opened(next.secret)).toEqual({ type: "test", timestamp: at.toISOString(), data: {} });
    expect((await deliveriesOf(admin, id, 1)).rows).toMatchObject([
      { topic: "test", state: "delivered", status: 200 },
    ]);
  });

  test("that is removed is told nothing any more", async () => {
    const { id } = await aWebhook();
    await sendTest(admin, { id }, at);
    await remove(admin, { id, revision: 1 }, at);
    const [trial] = await deliveries();
    expect(await deliver(house, { id: trial?.id ?? "" }, at)).toBe("failed");
    expect(receiver.received).toEqual([]);
    expect((await rowOf(id)).secret).toBe("");
    await refused("not_found", () => webhookForAdmin(admin, id));
    await refused("not_found", () => sendTest(admin, { id }, at));
  });

  test("is changed by nobody but administrators", async () => {
    const { id } = await aWebhook();
    const step = { id, revision: 1 };
    const facts = { name: "Website", url: receiver.url, topics: [...webhookTopics] };
    await sendTest(admin, { id }, at);
    const [delivery] = await deliveries();
    for (const actor of [organizer, editor, protocol, door, focalPoint, stranger]) {
      const deeds = [
        () => create(actor, facts, at),
        () => edit(actor, { ...step, ...facts }, at),
        () => pause(actor, step, at),
        () => resume(actor, step, at),
        () => remove(actor, step, at),
        () => rotate(actor, step, at),
        () => sendTest(actor, { id }, at),
        () => sendAgain(actor, { id: delivery?.id ?? "" }, at),
        () => listWebhooks(actor),
        () => webhookForAdmin(actor, id),
        () => deliveriesOf(actor, id, 1),
        () => deliver(actor, { id: delivery?.id ?? "" }, at),
        () => sweepWebhooks(actor, at),
      ];
      for (const deed of deeds) await refused("not_allowed", deed);
    }
  });

  test("is changed only as it was seen", async () => {
    const { id } = await aWebhook();
    const facts = { name: "Another", url: "https://example.org/hook", topics: ["event.announced" as const] };
    await edit(admin, { id, revision: 1, ...facts }, at);
    const stale = { id, revision: 1 };
    for (const deed of [
      () => edit(admin, { ...stale, ...facts, name: "Third" }, at),
      () => pause(admin, stale, at),
      () => resume(admin, stale, at),
      () => remove(admin, stale, at),
      () => rotate(admin, stale, at),
    ]) {
      const refusal = await refused("stale", deed);
      expect(refusal.attached).toMatchObject({ theirs: { name: "Another", revision: 2 } });
      expect(JSON.stringify(refusal.attached)).not.toContain("whsec_");
    }
    await pause(admin, { id, revision: 2 }, at);
    await refused("webhook_paused", () => pause(admin, { id, revision: 3 }, at));
    await resume(admin, { id, revision: 3 }, at);
    await refused("webhook_not_paused", () => resume(admin, { id, revision: 4 }, at));
    await refused("not_found", () => edit(admin, { id: crypto.randomUUID(), revision: 1, ...facts }, at));
    const all = await Promise.allSettled(
      Array.from({ length: 4 }, (_, n) => edit(admin, { id, revision: 4, ...facts, name: `Name ${n}` }, at)),
    );
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

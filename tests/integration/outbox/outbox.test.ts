import { eq, sql } from "drizzle-orm";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { deliver, mostAttempts } from "@/domain/outbox/deliver";
import type { Mail } from "@/domain/outbox/mail";
import { post } from "@/domain/outbox/post";
import { listMails, mailForOrganizer } from "@/domain/outbox/queries";
import { retry } from "@/domain/outbox/retry";
import { sweep } from "@/domain/outbox/sweep";
import { door, editor, organizer, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";

const house = { kind: "system" as const, name: "test" };
const received: { to: string[]; raw: string }[] = [];
let mood: "takes" | "refuses" | "bounces" | "defers" | "distrusts" = "takes";
const refusal = (responseCode: number) => Object.assign(new Error("anna@example.org: no"), { responseCode });
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onMailFrom(_, __, done) {
    done(mood === "distrusts" ? refusal(550) : undefined);
  },
  onRcptTo(_, __, done) {
    done(mood === "bounces" ? refusal(550) : mood === "defers" ? refusal(450) : undefined);
  },
  onData(stream, session, done) {
    let raw = "";
    stream.on("data", (part) => {
      raw += part;
    });
    stream.on("end", () => {
      if (mood === "refuses") return done(new Error("Mailbox anna@example.org is full"));
      received.push({ to: session.envelope.rcptTo.map((one) => one.address), raw });
      // Slow enough that two workers would meet.
      setTimeout(done, 50);
    });
  },
});

beforeAll(async () => {
  await makeGroup();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as { port: number };
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

let made = 0;
function letter(more: Partial<Mail> = {}): Mail {
  return {
    key: `test:${++made}`,
    to: { address: "anna@example.org", name: "Anna Åkesson", locale: "sv" },
    template: "test",
    subject: "Plats på mötet",
    paragraphs: ["Hej!"],
    action: { label: "Din anmälan", url: "{{link}}" },
    secrets: { link: "http://localhost:3000/sv/registration/secret" },
    ...more,
  };
}

async function posted(more: Partial<Mail> = {}) {
  const mail = letter(more);
  await db().transaction((tx) => post(tx, mail));
  const [row] = await db().select().from(mails).where(eq(mails.idempotencyKey, mail.key));
  if (!row) throw new Error("not posted");
  return row;
}

const state = async (id: string) => (await db().select().from(mails).where(eq(mails.id, id)))[0];

describe("a mail", () => {
  it("is written with the deed and not without it, once per key, with its job", async () => {
    const mail = letter();
    const fails = db().transaction(async (tx) => {
      await post(tx, mail);
      throw new Error("the deed failed");
    });
    await expect(fails).rejects.toThrow("the deed failed");
    expect(await db().select().from(mails).where(eq(mails.idempotencyKey, mail.key))).toEqual([]);
    expect(await db().transaction((tx) => post(tx, mail))).toBe(true);
    expect(await db().transaction((tx) => post(tx, mail))).toBe(false);
    const [row] = await db().select().from(mails).where(eq(mails.idempotencyKey, mail.key));
    const jobs = await db().execute(
      sql`select key from graphile_worker.jobs where key = ${`mail:${row?.id}`}`,
    );
    expect(jobs).toHaveLength(1);
  });

  it("is sent once though two workers want it, and its secret is forgotten then", async () => {
    const row = await posted();
    const before = received.length;
    const both = await Promise.all([deliver(house, row.id), deliver(house, row.id)]);
    expect(both.toSorted()).toEqual(["nothing", "sent"]);
    expect(received).toHaveLength(before + 1);
    const sent = received.at(-1);
    expect(sent?.to).toEqual(["anna@example.org"]);
    expect(sent?.raw).toMatch(/^Message-ID: <[0-9a-f]{32}@localhost>/m);
    expect(sent?.raw).toContain("registration/secret");
    expect(await state(row.id)).toMatchObject({ state: "sent", secrets: null, attempts: 1 });
    expect(await deliver(house, row.id)).toBe("nothing");
  });

  it("waits and is tried again while the server refuses, and tells no address", async () => {
    mood = "refuses";
    const row = await posted();
    expect(await deliver(house, row.id, at)).toBe("waits");
    const waiting = await state(row.id);
    expect(waiting).toMatchObject({
      state: "queued",
      attempts: 1,
      nextAttemptAt: new Date(at.getTime() + 60_000),
    });
    expect(waiting?.lastError).not.toContain("anna");
    await db()
      .update(mails)
      .set({ attempts: mostAttempts - 1 })
      .where(eq(mails.id, row.id));
    expect(await deliver(house, row.id, at)).toBe("failed");
    mood = "takes";
    await refused("not_allowed", () => retry(editor, { id: row.id }, at));
    await retry(organizer, { id: row.id }, at);
    expect(await deliver(house, row.id, at)).toBe("sent");
    await refused("mail_sent", () => retry(organizer, { id: row.id }, at));
  });

  it("bounces at once where the other side refuses the address for good, and can be tried again by hand", async () => {
    mood = "bounces";
    const row = await posted();
    expect(await deliver(house, row.id, at)).toBe("bounced");
    expect(await state(row.id)).toMatchObject({ state: "bounced", attempts: 1, lastError: "EENVELOPE 550" });
    expect(await deliver(house, row.id, at)).toBe("nothing");
    expect(
      (await listMails(organizer, { q: "", state: "bounced", page: 1 })).rows.map(({ id }) => id),
    ).toEqual([row.id]);
    mood = "takes";
    await retry(organizer, { id: row.id }, at);
    expect(await deliver(house, row.id, at)).toBe("sent");
  });

  it.each(["defers", "distrusts"] as const)("waits where the other side %s", async (how) => {
    mood = how;
    const row = await posted();
    expect(await deliver(house, row.id, at)).toBe("waits");
    mood = "takes";
    await deliver(house, row.id, at);
  });

  it("does not leave without its link", async () => {
    const row = await posted();
    await db().update(mails).set({ secrets: null }).where(eq(mails.id, row.id));
    const before = received.length;
    expect(await deliver(house, row.id, at)).toBe("waits");
    expect(received).toHaveLength(before);
  });

  it("leaves, with no link put in, where somebody is called like the name of a secret", async () => {
    const named = "Hej {{link}}, {{{link}}!";
    const nothing = await posted({ paragraphs: [named], action: undefined, secrets: undefined });
    expect(await deliver(house, nothing.id)).toBe("sent");
    const row = await posted({ paragraphs: [named] });
    expect(await deliver(house, row.id)).toBe("sent");
    const { text = "", html = "" } = await PostalMime.parse(received.at(-1)?.raw ?? "");
    expect(text.match(/registration\/secret/g)).toHaveLength(1);
    expect(html.match(/registration\/secret/g)).toHaveLength(1);
    expect(text.replaceAll("\u2060", "")).toContain(named);
  });

  it("gets its job back when it was lost", async () => {
    const row = await posted();
    await db().execute(sql`select graphile_worker.remove_job(${`mail:${row.id}`})`);
    await db().update(mails).set({ nextAttemptAt: at }).where(eq(mails.id, row.id));
    expect(await sweep(house, new Date(at.getTime() + 11 * 60_000))).toBeGreaterThan(0);
    const jobs = await db().execute(
      sql`select key from graphile_worker.jobs where key = ${`mail:${row.id}`}`,
    );
    expect(jobs).toHaveLength(1);
    await deliver(house, row.id);
  });

  it("cannot smuggle headers or markup", async () => {
    const row = await posted({
      to: { address: "anna@example.org", name: 'Anna"\r\nBcc: evil@example.org', locale: "en" },
      subject: "Hello\r\nBcc: evil@example.org",
      paragraphs: ["<script>alert(1)</script>"],
      secrets: undefined,
    });
    await deliver(house, row.id);
    expect(received.at(-1)?.to).toEqual(["anna@example.org"]);
    expect(received.at(-1)?.raw).not.toMatch(/^Bcc:/m);
    expect(row.html).not.toContain("<script>");
  });

  it("is read by organizers without its secrets, and by nobody else", async () => {
    const row = await posted();
    expect((await mailForOrganizer(organizer, row.id)).text).toContain("{{link}}");
    expect(JSON.stringify(await mailForOrganizer(organizer, row.id))).not.toContain("registration/secret");
    for (const actor of [editor, door, stranger]) {
      await refused("not_allowed", () => listMails(actor, { q: "", page: 1 }));
      await refused("not_allowed", () => deliver(actor, row.id));
    }
    await deliver(house, row.id);
  });
});

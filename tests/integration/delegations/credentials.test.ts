import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { credentials } from "@/db/schema/delegations";
import { files } from "@/db/schema/files";
import { decide } from "@/domain/credentials/decide";
import { readCredentials } from "@/domain/credentials/read";
import { upload } from "@/domain/credentials/upload";
import { eraseFiles } from "@/domain/files/erase";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { deedsOf, letterFile, mailsTo, makeDelegation, makeFocalPoint, makeScene, tooLate } from "./fixture";

type Scene = Awaited<ReturnType<typeof makeScene>>;
let event: Scene["event"];
let delegation: Scene["delegation"];
beforeAll(makeGroup);
beforeEach(async () => {
  ({ event, delegation } = await makeScene());
});

const input = (facts = {}) => ({
  delegationId: delegation.id,
  issuer: "Minister for Foreign Affairs",
  issuedOn: "2026-03-01",
  ...facts,
});
const handedIn = () => upload(delegation.focal, input(), letterFile(), at);
const lettersOf = () => db().select().from(credentials).where(eq(credentials.delegationId, delegation.id));

describe("handing in credentials", () => {
  it("keeps the file with its issuer and date, received, until the event is over", async () => {
    const { id } = await upload(delegation.focal, input(), letterFile(undefined, "../..\\brev.pdf"), tooLate);
    const [row] = await lettersOf();
    expect(row).toMatchObject({
      id,
      state: "received",
      issuer: "Minister for Foreign Affairs",
      issuedOn: "2026-03-01",
      uploadedBy: "Karin Öberg",
    });
    const [file] = await db()
      .select()
      .from(files)
      .where(eq(files.id, row?.fileId ?? ""));
    expect(file).toMatchObject({
      purpose: "credentials",
      eventId: event.id,
      name: "brev.pdf",
      contentType: "application/pdf",
    });
    expect((await deedsOf(delegation.id)).at(-1)?.action).toBe("credentials.upload");
  });

  it("refuses what is no letter, and a date to come; nothing is kept then", async () => {
    const hand = (file: File | undefined, facts = {}) => upload(delegation.focal, input(facts), file, at);
    await refused("file_missing", () => hand(undefined));
    await refused("file_type", () => hand(letterFile("<script>alert(1)</script>", "letter.pdf")));
    await refused("file_too_large", () => hand(letterFile(`%PDF-1.4${"x".repeat(5_000_001)}`)));
    await refused("day_in_the_future", () => hand(letterFile(), { issuedOn: "2026-03-03" }));
    await refused("event_over", () => upload(organizer, input(), letterFile(), event.endsAt));
    expect(await lettersOf()).toEqual([]);
    expect(await db().select({ id: files.id }).from(files).where(eq(files.eventId, event.id))).toEqual([]);
  });

  it("is not there for another organisation, and refused to the rest", async () => {
    const other = await makeDelegation(event.id);
    await refused("not_found", () => upload(other.focal, input(), letterFile(), at));
    await refused("not_found", () => upload(focalPoint, input(), letterFile(), at));
    for (const actor of [editor, door, stranger])
      await refused("not_allowed", () => upload(actor, input(), letterFile(), at));
    await upload(user("protocol"), input(), letterFile(), at);
  });
});

describe("deciding on credentials", () => {
  const accepting = (id: string) => ({ id, decision: "accepted" as const, reason: "" });
  const rejecting = (id: string, reason = "Not signed.") => ({ id, decision: "rejected" as const, reason });

  it("accepts once, and tells each focal point in their language", async () => {
    const swede = await makeFocalPoint(delegation.organisationId, "sv");
    const { id } = await handedIn();
    expect(await decide(organizer, accepting(id), at)).toEqual({ state: "accepted" });
    expect((await lettersOf())[0]).toMatchObject({ state: "accepted", decidedAt: at });
    expect((await mailsTo(delegation.focal.email)).map((mail) => mail.template)).toEqual([
      "credentials-accepted",
    ]);
    expect((await mailsTo(swede.email))[0]?.subject).toContain("fullmakt");
    await refused("credentials_decided", () => decide(organizer, rejecting(id), at));
  });

  it("rejects with a reason that is told; a later letter is decided on afresh, an earlier one not any more", async () => {
    const { id } = await handedIn();
    await refused("reason_missing", () => decide(organizer, rejecting(id, ""), at));
    await decide(organizer, rejecting(id), at);
    expect((await mailsTo(delegation.focal.email))[0]?.text).toContain("Not signed.");
    expect((await deedsOf(delegation.id)).at(-1)).toMatchObject({
      action: "credentials.decide",
      reason: "Not signed.",
    });
    const second = await upload(delegation.focal, input(), letterFile(), tooLate);
    await refused("credentials_replaced", () => decide(organizer, accepting(id), tooLate));
    await decide(organizer, accepting(second.id), tooLate);
    expect((await lettersOf()).map(({ state }) => state).toSorted()).toEqual(["accepted", "rejected"]);
  });

  it("is the secretariat's alone", async () => {
    const { id } = await handedIn();
    await refused("not_allowed", () => decide(delegation.focal, accepting(id), at));
    await refused("not_found", () => decide(focalPoint, accepting(id), at));
    for (const actor of [editor, door, stranger])
      await refused("not_allowed", () => decide(actor, accepting(id), at));
    await refused("not_found", () => decide(organizer, accepting(crypto.randomUUID()), at));
  });

  it("has a reason and a moment, whoever writes it: the database", async () => {
    const { id } = await handedIn();
    const set = (facts: Partial<typeof credentials.$inferInsert>) =>
      db().update(credentials).set(facts).where(eq(credentials.id, id));
    await expect(set({ state: "rejected", decidedAt: at })).rejects.toThrow();
    await expect(set({ state: "accepted" })).rejects.toThrow();
  });
});

describe("reading credentials", () => {
  it("gives the file to its own focal points and to those who keep the delegations, and notes that it was read", async () => {
    const { id } = await handedIn();
    for (const actor of [delegation.focal, organizer, user("protocol")]) {
      const file = await readCredentials(actor, { id, eventId: event.id }, at);
      expect(file).toMatchObject({ name: "letter.pdf", contentType: "application/pdf" });
      expect(file.content.toString()).toContain("a letter");
    }
    expect((await deedsOf(delegation.id)).filter((deed) => deed.action === "credentials.read")).toHaveLength(
      3,
    );
  });

  it("has none for anybody else, under another event, or once it is erased", async () => {
    const { id } = await handedIn();
    const other = await makeDelegation(event.id);
    const asked = { id, eventId: event.id };
    await refused("not_found", () => readCredentials(other.focal, asked, at));
    await refused("not_found", () => readCredentials(focalPoint, asked, at));
    for (const actor of [editor, door, stranger])
      await refused("not_allowed", () => readCredentials(actor, asked, at));
    await refused("not_found", async () =>
      readCredentials(organizer, { id, eventId: (await makeEvent()).id }, at),
    );
    const [row] = await lettersOf();
    await db().transaction((tx) => eraseFiles(tx, [row?.fileId ?? ""], at));
    await refused("not_found", () => readCredentials(organizer, asked, at));
  });
});

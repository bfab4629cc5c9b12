import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { badges } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { print } from "@/domain/badges/print";
import { badgeCounts, listBadges } from "@/domain/badges/queries";
import { hashOf } from "@/lib/tokens";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { badgesOf, deedsOn, drawing, later, makeGuest } from "./fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeEach(async () => {
  event = await makeEvent();
});

const job = (ids: string[], reason = "") => ({ participations: ids, format: "sheet" as const, reason });

describe("printing badges", () => {
  it("draws each with a fresh code, of which only the hash is kept, and logs it", async () => {
    const organisation = await makeOrganisation("Kingdom of Test");
    const one = await makeGuest(event.id, {
      name: "van der Berg",
      organisationName: "",
      organisationId: organisation.id,
    });
    const two = await makeGuest(event.id);
    const { draw, drawn } = drawing();
    const done = await print(organizer, event.id, job([one.id, two.id, one.id]), draw, at);
    expect(done).toMatchObject({ firsts: 2, reprints: 0 });
    expect(drawn.map(({ name, delegation }) => [name, delegation.en])).toEqual([
      ["van der Berg", "Kingdom of Test"],
      [two.name, "Test Works"],
    ]);
    const [badge] = await badgesOf(one.id);
    expect(drawn[0]?.code).toMatch(/^[\w-]{22}$/);
    expect(badge).toMatchObject({ number: 1, reason: "", voidedAt: null, printedByName: organizer.name });
    expect(badge?.codeHash).toBe(hashOf(drawn[0]?.code ?? ""));
    expect(JSON.stringify(badge)).not.toContain(drawn[0]?.code);
    expect((await deedsOn(one.id)).at(-1)).toMatchObject({ action: "badge.print", details: { number: 1 } });
  });

  it("asks for a reason to print again, logs it, and voids the badge before", async () => {
    const guest = await makeGuest(event.id);
    const other = await makeGuest(event.id);
    await print(organizer, event.id, job([guest.id]), drawing().draw, at);
    const error = await refused("badge_reason_missing", () =>
      print(organizer, event.id, job([guest.id, other.id]), drawing().draw, at),
    );
    expect(error.details).toEqual({ count: 1 });
    expect(await badgesOf(other.id)).toEqual([]);
    const done = await print(
      organizer,
      event.id,
      job([guest.id, other.id], "Lost at the hotel"),
      drawing().draw,
      later(0),
    );
    expect(done).toMatchObject({ firsts: 1, reprints: 1 });
    const [first, second] = await badgesOf(guest.id);
    expect(first).toMatchObject({ number: 1, voidedAt: later(0) });
    expect(second).toMatchObject({ number: 2, reason: "Lost at the hotel", voidedAt: null });
    expect((await badgesOf(other.id))[0]?.reason).toBe("");
    expect((await deedsOn(guest.id)).at(-1)?.reason).toBe("Lost at the hotel");
    await expect(
      db()
        .update(badges)
        .set({ voidedAt: null })
        .where(eq(badges.id, first?.id ?? "")),
    ).rejects.toThrow();
  });

  it("voids nothing when the drawing fails, or when something else happened meanwhile", async () => {
    const guest = await makeGuest(event.id);
    await print(organizer, event.id, job([guest.id]), drawing().draw, at);
    await expect(
      print(organizer, event.id, job([guest.id], "Torn"), () => Promise.reject(new Error("no paper")), at),
    ).rejects.toThrow("no paper");
    await refused("badges_changed", () =>
      print(
        organizer,
        event.id,
        job([guest.id], "Torn"),
        async () => {
          await db().update(participations).set({ name: "Renamed" }).where(eq(participations.id, guest.id));
          return new Uint8Array();
        },
        at,
      ),
    );
    await refused("badge_not_approved", () =>
      print(
        organizer,
        event.id,
        job([guest.id], "Torn"),
        async () => {
          await db()
            .update(participations)
            .set({ state: "withdrawn", seatPool: null })
            .where(eq(participations.id, guest.id));
          return new Uint8Array();
        },
        at,
      ),
    );
    expect(await badgesOf(guest.id)).toMatchObject([{ number: 1, voidedAt: null }]);
  });

  it("refuses who is not approved, of another event, or has a name that cannot be printed", async () => {
    const waiting = await makeGuest(event.id, { state: "submitted" });
    const elsewhere = await makeGuest((await makeEvent()).id);
    const odd = await makeGuest(event.id, { name: "王小明" });
    const guest = await makeGuest(event.id);
    const go = (ids: string[]) => print(organizer, event.id, job(ids), drawing().draw, at);
    await refused("badge_not_approved", () => go([guest.id, waiting.id]));
    await refused("not_found", () => go([guest.id, elsewhere.id]));
    await refused("not_found", () => go([crypto.randomUUID()]));
    await refused("badge_letters", () => go([guest.id, odd.id]));
    expect(await badgesOf(guest.id)).toEqual([]);
    await db()
      .update(events)
      .set({ cancelledAt: at, cancellationReason: "x" })
      .where(eq(events.id, event.id));
    await refused("event_cancelled", () => go([guest.id]));
    await refused("not_found", () =>
      print(organizer, crypto.randomUUID(), job([guest.id]), drawing().draw, at),
    );
  });

  it("is the secretariat's: the door, editors, delegations and strangers are refused", async () => {
    const guest = await makeGuest(event.id);
    for (const actor of [door, editor, focalPoint, stranger]) {
      await refused("not_allowed", () => print(actor, event.id, job([guest.id]), drawing().draw, at));
      await refused("not_allowed", () => listBadges(actor, event.id, { q: "", page: 1 }));
      await refused("not_allowed", () => badgeCounts(actor, event.id));
    }
  });

  it("gives one badge that counts, whoever prints at the same time", async () => {
    const guest = await makeGuest(event.id);
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => print(organizer, event.id, job([guest.id]), drawing().draw, at)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await badgesOf(guest.id)).toHaveLength(1);
  });
});

describe("the list of badges", () => {
  it("says who has one, and finds by name, delegation, class and whether it is printed", async () => {
    const organisation = await makeOrganisation("Kingdom of Test");
    const one = await makeGuest(event.id, {
      name: "Ada",
      organisationName: "",
      organisationId: organisation.id,
    });
    const two = await makeGuest(event.id, { name: "Bo", class: "press" });
    await makeGuest(event.id, { name: "王" });
    await makeGuest(event.id, { state: "declined" });
    await print(organizer, event.id, job([two.id]), drawing().draw, at);
    const ids = async (filter: object) =>
      (await listBadges(organizer, event.id, { q: "", page: 1, ...filter })).all.map(({ id }) => id);
    expect(await badgeCounts(organizer, event.id)).toEqual({ printed: 1, notYet: 2 });
    expect(await ids({ q: "kingdom" })).toEqual([one.id]);
    expect(await ids({ class: "press" })).toEqual([two.id]);
    expect(await ids({ printed: "printed" })).toEqual([two.id]);
    expect(await ids({ printed: "not_yet" })).toHaveLength(2);
    expect(await ids({ q: "%" })).toEqual([]);
    const { rows, all } = await listBadges(organizer, event.id, { q: "", page: 1 });
    expect(rows.find(({ id }) => id === two.id)).toMatchObject({ number: 1, printedAt: at });
    expect(all.filter((one) => !one.printable)).toHaveLength(1);
    expect(Object.keys(rows[0] ?? {})).not.toContain("codeHash");
  });
});

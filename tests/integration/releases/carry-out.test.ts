import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { announcementPublications } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { memberships } from "@/db/schema/organisations";
import { statementPublications } from "@/db/schema/statements";
import { pressRecipients } from "@/db/schema/subscriptions";
import { users } from "@/db/schema/users";
import { announce } from "@/domain/events/announce";
import { carryOut } from "@/domain/releases/carry-out";
import { publish } from "@/domain/releases/publish";
import { lateReleases, releaseForOrganizer } from "@/domain/releases/queries";
import { sweep } from "@/domain/releases/sweep";
import { tell } from "@/domain/releases/tell";
import { publish as publishStatement } from "@/domain/statements/publish";
import { editor, house, protocol } from "../../support/actors";
import { write as writeText } from "../../support/adopted";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { published } from "../announcements/fixture";
import {
  composed,
  goesOut,
  makeOrganizer,
  minuteBefore,
  oneOfEach,
  releaseOf,
  scheduled,
  secondAfter,
  withMail,
} from "./fixture";

beforeAll(makeGroup);
let organizer: Awaited<ReturnType<typeof makeOrganizer>>;
beforeEach(async () => {
  organizer = await makeOrganizer();
});

/** All rows by which something could be public. */
async function everything() {
  return Promise.all([
    db().select().from(announcementPublications),
    db().select().from(statementPublications),
    db().select().from(memberships),
    db().select().from(events),
    db().select().from(agendaReleases),
  ]);
}

describe("carrying out", () => {
  test("writes everything a minute before, public from the instant", async () => {
    const { things, alone, announced, event, announcementId, statement } = await oneOfEach();
    const id = await composed(organizer, things);
    await scheduled(organizer, id);
    expect(await carryOut(house, { id }, new Date(minuteBefore.getTime() - 1))).toBe("waits");
    expect(await carryOut(house, { id }, minuteBefore)).toBe("carried_out");
    const { row, items } = await releaseOf(id);
    expect(row).toMatchObject({ carriedOutAt: minuteBefore, publicFrom: goesOut.instant });
    expect(items.every((item) => item.outcome !== null)).toBe(true);
    const [news, texts, spells, occasions, agendas] = await everything();
    const instants = [
      ...news.filter((one) => one.announcementId === announcementId).map((one) => one.publicFrom),
      ...texts.filter((one) => one.statementId === statement.id).map((one) => one.publicFrom),
      ...spells.filter((one) => [alone.id, announced.id].includes(one.id)).map((one) => one.publicFrom),
      ...occasions.filter((one) => one.id === event.id).map((one) => one.announcedAt),
      ...agendas.filter((one) => one.eventId === event.id).map((one) => one.releasedAt),
    ];
    expect(instants).toEqual(Array(8).fill(goesOut.instant));
  });

  test("twice is once", async () => {
    const { things } = await oneOfEach();
    const id = await composed(organizer, things);
    await scheduled(organizer, id);
    await carryOut(house, { id }, minuteBefore);
    const after = await everything();
    expect(await carryOut(house, { id }, goesOut.instant)).toBe("nothing");
    expect(await sweep(house, secondAfter)).toBe(0);
    await refused("release_out", async () =>
      publish(organizer, { id, revision: (await releaseOf(id)).row.revision }, secondAfter),
    );
    expect(await everything()).toEqual(after);
  });

  test("with one invalid thing nothing is public; what stands in the way is kept, and told once", async () => {
    const { things } = await oneOfEach();
    const id = await composed(organizer, things);
    await scheduled(organizer, id);
    // One thing of seven.
    await db()
      .update(memberships)
      .set({ withdrawnAt: at })
      .where(eq(memberships.id, String(things[4]?.split(":")[1])));
    const before = await everything();
    expect(await carryOut(house, { id }, minuteBefore)).toBe("held_back");
    expect(await everything()).toEqual(before);
    const { row, items } = await releaseOf(id);
    const spell = items.find((item) => item.kind === "membership");
    expect(row).toMatchObject({
      carriedOutAt: null,
      failedAt: minuteBefore,
      alarmedAt: minuteBefore,
      obstacles: [{ itemId: spell?.id, code: "membership_withdrawn" }],
    });
    const told = () => db().select().from(mails).where(eq(mails.aboutId, id));
    const alarms = (await told()).filter((mail) => mail.template === "release-alarm");
    expect(alarms.length).toBeGreaterThan(0);
    await carryOut(house, { id }, goesOut.instant);
    expect(await told()).toHaveLength(alarms.length);
  });

  test("a failure in the middle leaves nothing", async () => {
    const { things, event } = await oneOfEach();
    const id = await composed(organizer, things);
    await scheduled(organizer, id);
    const before = await everything();
    // The last thing to be written is an announcement: the database breaks there.
    await db().execute(`create function break_it() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$`);
    await db().execute(`create trigger break_it before insert on announcement_publications
      for each row execute function break_it()`);
    try {
      await expect(carryOut(house, { id }, minuteBefore)).rejects.toThrow();
      expect(await everything()).toEqual(before);
      expect((await releaseOf(id)).row).toMatchObject({ carriedOutAt: null, publicFrom: null });
    } finally {
      await db().execute("drop trigger break_it on announcement_publications");
      await db().execute("drop function break_it");
    }
    expect(await sweep(house, goesOut.instant)).toBe(1);
    expect((await db().select().from(events).where(eq(events.id, event.id)))[0]?.announcedAt).toEqual(
      goesOut.instant,
    );
  });

  test("a late start catches up, from then on", async () => {
    const { things, event } = await oneOfEach();
    const id = await composed(organizer, things);
    await scheduled(organizer, id);
    const late = new Date(goesOut.instant.getTime() + 3_600_000);
    expect((await releaseForOrganizer(organizer, id, late)).state).toBe("late");
    expect(await lateReleases(late)).toBeGreaterThan(0);
    expect(await sweep(house, late)).toBe(1);
    expect((await releaseOf(id)).row.publicFrom).toEqual(late);
    expect((await db().select().from(events).where(eq(events.id, event.id)))[0]?.announcedAt).toEqual(late);
  });

  test("asks anew for the right of whoever scheduled it", async () => {
    const { things } = await oneOfEach();
    const id = await composed(organizer, things);
    await scheduled(organizer, id);
    await db().update(users).set({ role: "editor" }).where(eq(users.id, organizer.id));
    expect(await carryOut(house, { id }, minuteBefore)).toBe("held_back");
    expect((await releaseOf(id)).row.obstacles).toEqual([{ itemId: null, code: "scheduler_may_not" }]);
  });

  test("the button is refused with all obstacles of all things, and then nothing is public", async () => {
    const one = await oneOfEach();
    const id = await composed(organizer, one.things);
    await published(one.announcementId);
    const { revision } = (await releaseOf(id)).row;
    const refusal = await refused("obstacles", () => publish(organizer, { id, revision }, at));
    const { items } = await releaseOf(id);
    const texts = items
      .filter((item) => item.kind === "announcement")
      .map((item) => `${item.id}:already_public`);
    expect((refusal.attached as string[]).toSorted()).toEqual(texts.toSorted());
    expect((await releaseOf(id)).row.carriedOutAt).toBeNull();
  });

  test("what is scheduled is published by its release alone", async () => {
    const { things, event, statement, announcementId } = await oneOfEach();
    const id = await composed(organizer, things);
    await scheduled(organizer, id);
    await refused("in_release", () => announce(organizer, { id: event.id, revision: event.revision }, at));
    await refused("in_release", () => published(announcementId));
    await refused("in_release", () =>
      publishStatement(
        organizer,
        {
          id: statement.id,
          revisionId: statement.revisionId,
          locale: "en",
          publicFrom: null,
          zone: "UTC",
        } as never,
        at,
      ),
    );
    const other = await composed(organizer, [things[5] ?? ""]);
    const refusal = await refused("obstacles", async () => scheduled(organizer, other));
    expect(String(refusal.attached)).toContain("in_other_release");
  });

  test("an edition that is public is read until the next one is", async () => {
    const one = await oneOfEach();
    const text = { id: one.statement.id, locale: "sv" as const, zone: "UTC", publicFrom: null };
    const first = one.things[3]?.split(":")[3] ?? "";
    await publishStatement(
      organizer,
      { ...text, id: one.statement.id, revisionId: one.statement.revisionId, locale: "en" } as never,
      at,
    );
    await publishStatement(organizer, { ...text, revisionId: first } as never, at);
    const second = await writeText(one.statement.id, ["Vi är eniga.", "Vi ses igen."], "sv", "Nytt");
    const id = await composed(organizer, [`statement:${one.statement.id}:sv:${second}`]);
    const refusal = await refused("obstacles", () => scheduled(organizer, id));
    expect(String(refusal.attached)).toContain("change_note_missing");
  });

  test("tells the press list once, at the instant and not before", async () => {
    const { things } = await oneOfEach();
    await db()
      .insert(pressRecipients)
      .values({
        name: "A Newsroom",
        email: `${Math.random()}@example.org`,
        locale: "sv",
        addedAt: at,
        addedBy: "a test",
      });
    const id = await composed(organizer, things);
    await withMail(organizer, id);
    await scheduled(organizer, id);
    await carryOut(house, { id }, minuteBefore);
    expect(await tell(house, { id }, minuteBefore)).toBe(0);
    expect(await tell(house, { id }, goesOut.instant)).toBe(1);
    expect(await tell(house, { id }, secondAfter)).toBe(0);
    const sent = await db().select().from(mails).where(eq(mails.aboutId, id));
    expect(sent).toMatchObject([{ subject: "Nyheter", locale: "sv", template: "release-press" }]);
  });

  test("is for whoever may release, and for nobody else", async () => {
    const { things } = await oneOfEach();
    const id = await composed(organizer, things);
    const { revision } = (await releaseOf(id)).row;
    for (const actor of [editor, protocol])
      await refused("not_allowed", () => publish(actor, { id, revision }, at));
    await refused("not_allowed", () => carryOut(organizer, { id }, at));
    await refused("stale", () => publish(organizer, { id, revision: revision - 1 }, at));
    await refused("release_too_soon", () =>
      scheduled(organizer, id, new Date(goesOut.instant.getTime() - 90_000)),
    );
  });
});

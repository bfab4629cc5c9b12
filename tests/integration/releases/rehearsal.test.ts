import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { releases } from "@/db/schema/releases";
import { sessions, users } from "@/db/schema/users";
import { lockRelease } from "@/domain/releases/lock";
import { publish } from "@/domain/releases/publish";
import { currentRehearsal, inRehearsal, rehearsalOf } from "@/domain/releases/rehearsal";
import { endRehearsal, rehearse } from "@/domain/releases/rehearse";
import { now } from "@/lib/clock";
import { hashOf } from "@/lib/tokens";
import { door, protocol } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { published } from "../announcements/fixture";
import { composed, goesOut, makeOrganizer, oneOfEach, releaseOf, scheduled } from "./fixture";
import { showing, surfacesOf } from "./surfaces";

beforeAll(makeGroup);
let organizer: Awaited<ReturnType<typeof makeOrganizer>>;
beforeEach(async () => {
  organizer = await makeOrganizer();
});

/** Signs somebody in; answers what their browser keeps. */
async function signedIn(userId: string) {
  const session = crypto.randomUUID();
  const expires = new Date(at.getTime() + 86_400_000);
  await db()
    .insert(sessions)
    .values({ sessionToken: hashOf(session), userId, expires });
  return session;
}

async function readied() {
  const things = await oneOfEach();
  const id = await composed(organizer, things.things);
  await scheduled(organizer, id);
  return { things, id };
}

describe("a rehearsal", () => {
  test("shows every surface as it will be, and leaves nothing behind", async () => {
    const { things, id } = await readied();
    const editor = await makeOrganizer("editor");
    const before = await Promise.all([db().select().from(releases), db().select().from(history)]);
    const seen: unknown[] = [];
    const became = await inRehearsal(
      { releaseId: id, actor: editor },
      async () => {
        expect(now()).toEqual(goesOut.instant);
        expect(currentRehearsal()).toMatchObject({ id, at: goesOut.instant });
        seen.push(await showing(things, now()));
      },
      at,
    );
    expect(became).toBe("done");
    expect(seen).toEqual([surfacesOf(things).map(({ kind, name }) => `${kind} ${name}`)]);
    expect(currentRehearsal()).toBeUndefined();
    expect(await Promise.all([db().select().from(releases), db().select().from(history)])).toEqual(before);
    expect(await showing(things, goesOut.instant)).toEqual([]);
    const [jobs] = await db().execute(
      `select count(*)::int as count from graphile_worker.jobs where key like '%${id}' and key like 'tell-release%'`,
    );
    expect(jobs).toEqual({ count: 0 });
  });

  test("is rolled back too where the page fails, and says so", async () => {
    const { things, id } = await readied();
    const failing = inRehearsal(
      { releaseId: id, actor: organizer },
      async () => {
        throw new Error("a page failed");
      },
      at,
    );
    await expect(failing).rejects.toThrow("a page failed");
    expect(await showing(things, goesOut.instant)).toEqual([]);
  });

  test("is nothing to those who read meanwhile", async () => {
    const { things, id } = await readied();
    let outside: string[] | undefined;
    const reading = { go: () => {} };
    const asked = new Promise<void>((resolve) => {
      reading.go = resolve;
    });
    const meanwhile = asked.then(() => showing(things, goesOut.instant));
    await inRehearsal(
      { releaseId: id, actor: organizer },
      async () => {
        reading.go();
        outside = await meanwhile;
      },
      at,
    );
    expect(outside).toEqual([]);
  });

  test("gives way to whoever holds what it would write", async () => {
    const { id } = await readied();
    let ran = false;
    await db().transaction(async (tx) => {
      await lockRelease(tx, id);
      const became = await inRehearsal(
        { releaseId: id, actor: organizer },
        async () => {
          ran = true;
        },
        at,
      );
      expect(became).toBe("busy");
    });
    expect(ran).toBe(false);
  });

  test("belongs to whoever began it, signed in, who still may, until it expires", async () => {
    const { id } = await readied();
    const { token, expiresAt } = await rehearse(organizer, { id }, at);
    const session = await signedIn(organizer.id);
    expect(await rehearsalOf({ token, session }, at)).toMatchObject({ releaseId: id });
    expect(await rehearsalOf({ token, session }, expiresAt)).toBeUndefined();
    const other = await makeOrganizer();
    expect(await rehearsalOf({ token, session: await signedIn(other.id) }, at)).toBeUndefined();
    expect(await rehearsalOf({ token: "guessed", session }, at)).toBeUndefined();
    await db().update(users).set({ role: "door" }).where(eq(users.id, organizer.id));
    expect(await rehearsalOf({ token, session }, at)).toBeUndefined();
    await db().update(users).set({ role: "organizer" }).where(eq(users.id, organizer.id));
    expect(await endRehearsal(token)).toBe(id);
    expect(await rehearsalOf({ token, session }, at)).toBeUndefined();
  });

  test("is refused with what stands in the way, when it is out, and to whoever may not", async () => {
    const { things, id } = await readied();
    for (const actor of [door, protocol]) await refused("not_allowed", () => rehearse(actor, { id }, at));
    const draft = await composed(organizer, []);
    await refused("obstacles", () => rehearse(organizer, { id: draft }, at));
    expect(await inRehearsal({ releaseId: draft, actor: organizer }, async () => {}, at)).toBe("obstacles");
    await publish(organizer, { id, revision: (await releaseOf(id)).row.revision }, at);
    await refused("release_out", () => rehearse(organizer, { id }, at));
    expect(await inRehearsal({ releaseId: id, actor: organizer }, async () => {}, at)).toBe("over");
    await refused("obstacles", () => published(things.announcementId));
  });
});

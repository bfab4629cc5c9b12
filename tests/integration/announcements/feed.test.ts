import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { announcementsForFeed, publicAnnouncements } from "@/domain/announcements/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { publicTags } from "@/domain/announcements/tags";
import { organizer } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { edition, lifts, published, written } from "./fixture";

beforeAll(makeGroup);

const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);
const justBefore = new Date(lifts.instant.getTime() - 1_000);

it("a feed of a kind or a tag holds nothing before its instant, and its tag is offered nowhere", async () => {
  const tag = `tag-${crypto.randomUUID()}`;
  const id = await written({ kind: "brief" });
  await db()
    .update(announcements)
    .set({ tags: [tag, "steel"] })
    .where(eq(announcements.id, id));
  await published(id, ["en", "sv"], lifts.local);
  const seen = async (when: Date) => {
    const among = (rows: readonly { id: string }[]) => rows.some((one) => one.id === id);
    const lists = await Promise.all([
      announcementsForFeed("en", when, { tag }),
      announcementsForFeed("sv", when, { kind: "brief" }),
      publicAnnouncements("sv", when, { tag, page: 1 }).then((page) => page.rows),
    ]);
    return [...lists.map(among), (await publicTags(when)).includes(tag)];
  };
  expect(await seen(justBefore)).toEqual([false, false, false, false]);
  for (const when of [lifts.instant, new Date(lifts.instant.getTime() + 1_000)])
    expect(await seen(when)).toEqual([true, true, true, true]);
  const other = await announcementsForFeed("en", lifts.instant, { tag, kind: "video" });
  expect(other).toEqual([]);
});

it("a minor change does not make a text new, a major one does, and its first day stays", async () => {
  const id = await written({}, ["en"]);
  await published(id, ["en"], null, hours(1));
  const entry = async (when: Date) => (await announcementsForFeed("en", when)).find((one) => one.id === id);
  for (const [n, major, changed] of [
    [2, false, 1],
    [3, true, 3],
  ] as const) {
    await saveEdition(organizer, await edition(id, "en", `Words ${n}`), hours(n));
    await published(id, ["en"], null, hours(n), { major, changeNotes: { en: "Other words." } });
    expect(await entry(hours(n))).toMatchObject({
      title: `Words ${n}`,
      updatedAt: hours(changed),
      firstPublicAt: hours(1),
    });
  }
});

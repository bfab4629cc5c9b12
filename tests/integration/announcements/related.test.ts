import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { relatedAnnouncements } from "@/domain/announcements/related";
import { at } from "../../support/make";
import { hiddenSpell, lifts, published, rowsOf, written } from "./fixture";

const tagged = (id: string, tags: string[]) =>
  db().update(announcements).set({ tags }).where(eq(announcements.id, id));

it("names what shares a tag or a member, never itself, and nothing before its instant", async () => {
  const spell = await hiddenSpell("Related Works", { publicFrom: at });
  const about = { kind: "new_member", membershipIds: [spell.id], title: "Related Works joins" } as const;
  const [one, member, tag, later, other] = [
    await written({ ...about, membershipIds: [spell.id] }),
    await written({ ...about, membershipIds: [spell.id], title: "More about them" }),
    await written(),
    await written(),
    await written(),
  ];
  await tagged(one, ["Steel", "Related only"]);
  await tagged(tag, ["Related only"]);
  await tagged(later, ["Related only"]);
  for (const id of [one, member, tag, other]) await published(id);
  await published(later, undefined, lifts.local);
  const related = async (when: Date) =>
    (await relatedAnnouncements({ id: one, eventId: null, tags: (await rowsOf(one)).row.tags }, "en", when))
      .map((piece) => piece.id)
      .toSorted();
  expect(await related(at)).toEqual([member, tag].toSorted());
  expect(await related(lifts.instant)).toEqual([member, tag, later].toSorted());
});

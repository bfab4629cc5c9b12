import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { announcementPublications, announcementRevisions } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { groups } from "@/db/schema/group";
import { create as createAnnouncement } from "@/domain/announcements/create";
import { today } from "@/domain/dashboard/queries";
import { announce } from "@/domain/events/announce";
import { edit } from "@/domain/group/edit";
import { groupProfile } from "@/domain/group/queries";
import { listHistory } from "@/domain/history/queries";
import { register } from "@/domain/participations/register";
import { create } from "@/domain/statements/create";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";
import { refused } from "../../support/refused";

const admin = user("admin");
beforeAll(makeGroup);

async function settings() {
  const [row] = await db().select().from(groups);
  if (!row) throw new Error("no group");
  const { one: _, updatedAt: __, ...said } = row;
  return said;
}

describe("the group's settings", () => {
  it("are changed by an administrator, with what changed in history", async () => {
    const before = await settings();
    await edit(admin, { ...before, acronym: "TGX", zone: "Asia/Kolkata" }, at);
    expect(await groupProfile()).toMatchObject({ acronym: "TGX", zone: "Asia/Kolkata" });
    const { rows } = await listHistory(admin, { q: "group.edit", page: 1 });
    expect(rows[0]?.details).toEqual({ changed: ["acronym", "zone"] });
    const same = await settings();
    expect(await edit(admin, same, at)).toEqual({ revision: same.revision });
    expect((await listHistory(admin, { q: "group.edit", page: 1 })).total).toBe(1);
  });

  it("are refused to everybody else, and to whoever saw an older revision", async () => {
    const now = await settings();
    for (const actor of [organizer, editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => edit(actor, { ...now, acronym: "NO" }, at));
    }
    await edit(admin, { ...now, acronym: "NEW" }, at);
    const stale = await refused("stale", () => edit(admin, { ...now, acronym: "OLD" }, at));
    expect(stale.attached).toMatchObject({ theirs: { acronym: "NEW" } });
    expect(await settings()).toMatchObject({ acronym: "NEW" });
  });
});

describe("the dashboard and the history", () => {
  it("show what waits for a decision, and what each deed was about", async () => {
    const event = await makeEvent({ registrationPolicy: "approval", title: { en: "The Waiting" } });
    await register(stranger, registration(event.slug), at);
    const shown = await today(organizer, at);
    expect(shown.pending).toEqual([expect.objectContaining({ id: event.id, pending: 1 })]);
    expect((await today(door, at)).pending).toEqual([]);
    await refused("not_allowed", () => today(stranger, at));
    await refused("not_allowed", () => today(focalPoint, at));

    const statement = await create(
      organizer,
      { title: "On Steel", slug: "on-steel", kind: "joint_statement", authenticLocale: "en", eventId: null },
      at,
    );
    const { rows } = await listHistory(organizer, { q: "", page: 1 });
    expect(rows.slice(0, 2).map(({ action, subject }) => [action, subject])).toEqual([
      ["statement.create", { name: { en: "On Steel" }, path: `/statements/${statement.id}` }],
      [
        "participation.register",
        {
          name: { en: "Person 1, The Waiting" },
          path: expect.stringMatching(`^/events/${event.id}/participants/`),
        },
      ],
    ]);
    await refused("not_allowed", () => listHistory(focalPoint, { q: "", page: 1 }));
  });

  it("counts an announcement until it is published, for who writes them", async () => {
    const before = (await today(editor, at)).draftAnnouncements;
    const { id } = await createAnnouncement(
      organizer,
      {
        kind: "article",
        locale: "en",
        title: "On Steel",
        slug: "on-steel",
        eventId: null,
        membershipIds: [],
      },
      at,
    );
    expect((await today(editor, at)).draftAnnouncements).toBe(before + 1);
    expect((await today(door, at)).draftAnnouncements).toBe(0);
    const [text] = await db()
      .select()
      .from(announcementRevisions)
      .where(eq(announcementRevisions.announcementId, id));
    await db()
      .insert(announcementPublications)
      .values({ announcementId: id, locale: "en", revisionId: text?.id ?? "", publicFrom: at });
    expect((await today(editor, at)).draftAnnouncements).toBe(before);
  });

  it("counts a draft until it is announced", async () => {
    const event = await makeEvent({ announcedAt: null });
    const before = await today(organizer, at);
    await refused("obstacles", () => announce(organizer, { id: event.id, revision: 1 }, at));
    await db().update(events).set({ announcedAt: at }).where(eq(events.id, event.id));
    expect((await today(organizer, at)).drafts).toBe(before.drafts - 1);
  });
});

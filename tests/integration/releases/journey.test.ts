import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { announcementMemberships } from "@/db/schema/announcements";
import { users } from "@/db/schema/users";
import { approve as approveAccession } from "@/domain/accessions/approve";
import { create as createAnnouncement } from "@/domain/announcements/create";
import { latestAnnouncements, publicAnnouncement } from "@/domain/announcements/queries";
import { approve } from "@/domain/announcements/review/approve";
import { remark } from "@/domain/announcements/review/remark";
import { submit } from "@/domain/announcements/review/submit";
import { saveEdition } from "@/domain/announcements/save-edition";
import { tell } from "@/domain/announcements/tell";
import { plainText } from "@/domain/announcements/text/rules";
import { publicDirectory, publicMember } from "@/domain/members/queries";
import { addItems } from "@/domain/releases/add-items";
import { create as createRelease } from "@/domain/releases/create";
import { thing } from "@/domain/releases/input";
import { publish } from "@/domain/releases/publish";
import { releasesAtItems } from "@/domain/releases/queries";
import { search } from "@/domain/search/queries";
import { editor, house, organizer, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";
import { approval, beforeBoard, boardMember, rowOf } from "../accessions/fixture";
import { edition, hiddenSpell, published, rowsOf, spellOf } from "../announcements/fixture";
import { mailsTo, subscriber } from "../subscriptions/fixture";
import { makeOrganizer, releaseOf } from "./fixture";

const second = user("editor");
/** The opening of the summit, and the moment its button is pressed. */
const opening = new Date("2026-06-10T07:00:00Z");
const pressed = new Date("2026-06-10T07:04:12Z");
const day = "2026-06-10";

beforeAll(makeGroup);

/** An announcement of spring 2021 with its fact box, as it was drafted and published then. */
async function ofApril2021() {
  const then = new Date("2021-04-23T10:00:00Z");
  const spell = await hiddenSpell("April Works", { joinedOn: "2021-04-22" });
  const { id } = await createAnnouncement(
    organizer,
    {
      kind: "new_member",
      slug: "april-works-joins",
      title: "",
      locale: "en",
      eventId: null,
      membershipIds: [spell.id],
    },
    then,
  );
  await published(id, ["en", "sv"], null, then);
  return { id, read: () => publicAnnouncement("april-works-joins", "en", pressed) };
}

describe("a company joins at the opening of a summit", () => {
  it("goes from its application to one step that shows everywhere, and tells a subscriber once", async () => {
    const april = await ofApril2021();
    const before = await april.read();
    const reader = await subscriber({ kinds: ["new_member"] });
    const counted = (await publicDirectory(day, pressed)).counts.company ?? 0;

    // The board approves: the desk opens, and nobody else knows.
    const seats = [await boardMember("Sweden's"), await boardMember("India's")] as const;
    const application = await beforeBoard({ name: "Journey Steel" }, [
      [seats[0], "approves"],
      [seats[1], "approves"],
    ]);
    await approveAccession(organizer, approval(application, { joinedOn: day }), at);
    const { membershipId, organisationId, contactEmail } = await rowOf(application.id);
    if (!membershipId || !organisationId) throw new Error("no spell");
    const [focalPoint] = await db().select().from(users).where(eq(users.email, contactEmail));
    expect(focalPoint).toMatchObject({ role: "focal_point", organisationId });
    expect((await spellOf(membershipId)).publicFrom).toBeNull();

    // An editor drafts from the spell and adds to it; a second one remarks, then approves both languages.
    const { id } = await createAnnouncement(
      editor,
      {
        kind: "new_member",
        slug: "journey-steel-joins",
        title: "",
        locale: "en",
        eventId: null,
        membershipIds: [membershipId],
      },
      at,
    );
    expect((await rowsOf(id)).latest("sv")?.lead).toContain("Journey Steel");
    const ours = await edition(id, "en", "Journey Steel joins the group");
    await saveEdition(editor, { ...ours, lead: "It is a member from the opening on." }, at);
    const text = async (locale: "en" | "sv") => (await rowsOf(id)).latest(locale)?.id ?? "";
    for (const locale of ["en", "sv"] as const)
      await submit(editor, { id, revisionId: await text(locale) }, at);
    await refused("obstacles", async () => approve(editor, { id, revisionId: await text("en") }, at));
    await remark(second, { id, revisionId: await text("en"), step: "remarked", remark: "Well said." }, at);
    for (const locale of ["en", "sv"] as const)
      await approve(second, { id, revisionId: await text(locale) }, at);

    // One release, bound to the opening item.
    const event = await makeEvent({ startsAt: opening });
    const [item] = await db()
      .insert(agendaItems)
      .values({
        eventId: event.id,
        kind: "opening",
        title: { en: "Opening", sv: "Inledning" },
        startsAt: opening,
        endsAt: new Date(opening.getTime() + 1_800_000),
        audience: "public",
      })
      .returning();
    await makeRelease(event.id);
    const chair = await makeOrganizer();
    const { id: releaseId } = await createRelease(
      chair,
      { title: "The opening", eventId: event.id, agendaItemId: item?.id ?? null },
      at,
    );
    await addBoth(chair, releaseId, id);
    expect((await releasesAtItems(chair, event.id, pressed)).map((one) => one.id)).toContain(releaseId);

    // Until the button is pressed nothing of it is anywhere.
    const justBefore = new Date(pressed.getTime() - 1);
    expect(await publicMember("journey-steel", pressed)).toBeUndefined();
    expect((await search("en", day, justBefore, { q: "Journey", page: 1 })).total).toBe(0);
    const { revision } = (await releaseOf(releaseId)).row;
    await publish(chair, { id: releaseId, revision }, pressed);

    // And then it is, on every surface, from that instant.
    expect(await publicMember("journey-steel", justBefore)).toBeUndefined();
    const member = await publicMember("journey-steel", pressed);
    expect(member?.spells).toMatchObject([{ joinedOn: day, leftOn: null }]);
    const directory = await publicDirectory(day, pressed);
    expect(directory.counts.company).toBe(counted + 1);
    expect(directory.growth.at(-1)).toMatchObject({ day, counts: { company: counted + 1 } });
    expect((await latestAnnouncements("sv", pressed))[0]).toMatchObject({
      slug: "journey-steel-joins",
      locale: "sv",
    });
    expect((await publicAnnouncement("journey-steel-joins", "en", pressed))?.title).toBe(
      "Journey Steel joins the group",
    );
    expect((await search("en", day, pressed, { q: "Journey", page: 1 })).total).toBeGreaterThan(0);
    const [bound] = await db()
      .select()
      .from(announcementMemberships)
      .where(eq(announcementMemberships.announcementId, id));
    expect((await spellOf(bound?.membershipId ?? "")).publicFrom).toEqual(pressed);

    // A subscriber has one mail, however often the job is done.
    for (const publication of [...(await rowsOf(id)).publications, ...(await rowsOf(id)).publications])
      await tell(house, { id: publication.id }, pressed);
    expect((await mailsTo(reader.email, "news")).map((mail) => mail.subject)).toEqual([
      "Journey Steel joins the group",
    ]);

    // What was said in April 2021 still says who was a member then.
    const after = await april.read();
    expect(after && plainText(after.body)).toBe(before && plainText(before.body));
    expect(after && plainText(after.body)).not.toContain("Journey Steel");
  });
});

/** Both languages of an announcement, as they were approved. */
async function addBoth(
  actor: Parameters<typeof createRelease>[0],
  releaseId: string,
  announcementId: string,
) {
  const { latest } = await rowsOf(announcementId);
  const { revision } = (await releaseOf(releaseId)).row;
  const things = (["en", "sv"] as const).map((locale) =>
    thing.parse(`announcement:${announcementId}:${locale}:${latest(locale)?.id}`),
  );
  await addItems(actor, { id: releaseId, revision, things }, at);
}

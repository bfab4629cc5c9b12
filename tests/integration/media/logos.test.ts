import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { groups } from "@/db/schema/group";
import { mails } from "@/db/schema/mails";
import { media } from "@/db/schema/media";
import { memberships, organisations } from "@/db/schema/organisations";
import { kitLogos } from "@/domain/announcements/kit-logos";
import { edit as editGroup } from "@/domain/group/edit";
import { groupSettings } from "@/domain/group/queries";
import { pictureChoices } from "@/domain/media/queries";
import { remove } from "@/domain/media/remove";
import { shownLogo } from "@/domain/media/shown";
import { publicMember } from "@/domain/members/queries";
import { withdraw } from "@/domain/members/withdraw";
import { edit } from "@/domain/organisations/edit";
import { editOrganisationInput } from "@/domain/organisations/input";
import { create as createPressLink } from "@/domain/press-links/create";
import { openPressLink } from "@/domain/press-links/open";
import { door, editor, focalPoint, organizer, protocol, stranger, user } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";
import { hiddenSpell, lifts, published, written } from "../announcements/fixture";
import { deedsOf } from "../members/fixture";
import { picture, withLogo } from "./fixture";

const admin = user("admin");
const shifted = (ms: number) => new Date(lifts.instant.getTime() + ms);
const [justBefore, then, justAfter] = [shifted(-1_000), shifted(0), shifted(1_000)];

beforeAll(makeGroup);
beforeEach(async () => {
  await db().update(groups).set({ logoId: null });
});

/** The form of an organisation as it stands, with another logo. */
async function form(id: string, logoId: string | null, revision?: number) {
  const [row] = await db().select().from(organisations).where(eq(organisations.id, id));
  return editOrganisationInput.parse({
    id,
    revision: revision ?? row?.revision,
    kind: "company",
    name: { en: "Test Works", sv: "" },
    formalName: { en: "", sv: "" },
    sectors: ["steel"],
    logoId: logoId ?? "",
  });
}

const logoOf = async (id: string) => {
  const [row] = await db().select().from(organisations).where(eq(organisations.id, id));
  return row?.logoId;
};

describe("a logo is chosen", () => {
  test("for an organisation by those who edit it, on the revision they saw, and taken away again", async () => {
    const { id } = await makeOrganisation();
    await edit(editor, await form(id, null), at);
    const logo = await picture();
    for (const actor of [stranger, focalPoint, door, protocol])
      await refused("not_allowed", async () => edit(actor, await form(id, logo.id), at));
    await edit(editor, await form(id, logo.id), at);
    expect(await logoOf(id)).toBe(logo.id);
    expect((await deedsOf(id)).at(-1)?.details).toEqual({ changed: ["logoId"] });
    const stale = await refused("stale", async () => edit(organizer, await form(id, null, 2), at));
    expect(stale.attached).toMatchObject({ theirs: { logoId: logo.id } });
    await edit(organizer, await form(id, null), at);
    expect(await logoOf(id)).toBeNull();
    expect((await deedsOf(id)).at(-1)?.details).toEqual({ changed: ["logoId"] });
  });

  test("for the group by administrators, on the revision they saw", async () => {
    const logo = await picture();
    const before = await groupSettings(admin);
    await refused("not_allowed", () => editGroup(organizer, { ...before, logoId: logo.id }, at));
    await editGroup(admin, { ...before, logoId: logo.id }, at);
    expect(await groupSettings(admin)).toMatchObject({ logoId: logo.id });
    await refused("stale", () => editGroup(admin, { ...before, logoId: null }, at));
    await editGroup(admin, { ...before, revision: before.revision + 1, logoId: null }, at);
    expect(await groupSettings(admin)).toMatchObject({ logoId: null });
  });

  test("among the pictures that are in the library, and no other; the chosen one is always there", async () => {
    const { id } = await makeOrganisation();
    const gone = await picture();
    await remove(editor, { id: gone.id, revision: 1 }, at);
    const noPicture = await picture();
    await db().update(media).set({ kind: "video" }).where(eq(media.id, noPicture.id));
    const settings = await groupSettings(admin);
    for (const logoId of [gone.id, noPicture.id, crypto.randomUUID()]) {
      await refused("no_such_media", async () => edit(editor, await form(id, logoId), at));
      await refused("no_such_media", () => editGroup(admin, { ...settings, logoId }, at));
      // The database is the last judge.
      await expect(
        db().update(organisations).set({ logoId }).where(eq(organisations.id, id)),
      ).rejects.toMatchObject({ cause: { constraint_name: "logo_there" } });
    }
    const chosen = await picture();
    await db()
      .update(media)
      .set({ createdAt: new Date(0) })
      .where(eq(media.id, chosen.id));
    expect((await pictureChoices(editor, chosen.id))[0]?.value).toBe(chosen.id);
    expect((await pictureChoices(editor, null)).map(({ value }) => value)).not.toContain(noPicture.id);
    await refused("not_allowed", () => pictureChoices(protocol, null));
  });
});

describe("a picture that is a logo is not taken out of the library", () => {
  test("whosever it is", async () => {
    const organisation = await makeOrganisation("The Works");
    const id = await withLogo(organisation.id);
    const used = await refused("media_used", () => remove(editor, { id, revision: 1 }, at));
    expect(used.attached).toMatchObject({
      uses: [],
      logos: [{ organisationId: organisation.id, name: { en: "The Works" } }],
    });
    const own = await picture();
    await db().update(groups).set({ logoId: own.id });
    await refused("media_used", () => remove(editor, { id: own.id, revision: 1 }, at));
    await db().update(groups).set({ logoId: null });
    await remove(editor, { id: own.id, revision: 1 }, at);
  });

  test("nor at the moment it becomes one: one of the two is refused", async () => {
    for (let n = 0; n < 5; n++) {
      const { id } = await makeOrganisation();
      const logo = await picture();
      const input = await form(id, logo.id);
      const [chosen, removed] = await Promise.allSettled([
        edit(editor, input, at),
        remove(editor, { id: logo.id, revision: 1 }, at),
      ]);
      expect([chosen.status, removed.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      const [row] = await db().select().from(media).where(eq(media.id, logo.id));
      expect((await logoOf(id)) === null).toBe(row?.removedAt !== null);
    }
  });
});

describe("a member's logo", () => {
  test("is public from the instant of its membership, below its page alone, and as long as it is its logo", async () => {
    const spell = await hiddenSpell("Logo Works");
    const { slug, id } = spell.organisation;
    const mediaId = await withLogo(id);
    const piece = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(piece, ["en", "sv"], lifts.local);
    for (const when of [at, justBefore]) {
      expect(await shownLogo({ slug, mediaId }, when)).toBeUndefined();
      expect(await publicMember(slug, when)).toBeUndefined();
    }
    for (const when of [then, justAfter]) {
      expect(await shownLogo({ slug, mediaId }, when)).toMatchObject({ id: mediaId, kind: "image" });
      expect((await publicMember(slug, when))?.logo).toEqual({
        id: mediaId,
        alt: { en: "A furnace", sv: "En ugn" },
        width: 1_200,
        height: 800,
      });
    }
    const other = await hiddenSpell("Other Works", { publicFrom: at });
    expect(await shownLogo({ slug: other.organisation.slug, mediaId }, then)).toBeUndefined();
    expect((await publicMember(other.organisation.slug, then))?.logo).toBeNull();
    await withLogo(id);
    expect(await shownLogo({ slug, mediaId }, then)).toBeUndefined();
  });

  test("goes with the last of its memberships", async () => {
    const spell = await hiddenSpell("Gone Works", { publicFrom: at });
    const { slug, id } = spell.organisation;
    const mediaId = await withLogo(id);
    expect(await shownLogo({ slug, mediaId }, then)).toBeDefined();
    await withdraw(organizer, { id: spell.id, revision: 1, reason: "An error." }, then);
    expect(await shownLogo({ slug, mediaId }, then)).toBeUndefined();
  });
});

describe("the logos of a press kit", () => {
  const names = async (id: string, when: Date) => (await kitLogos(id, when)).map(({ name }) => name);

  test("are the group's, and those of the members it is about as far as they are public, by their slugs", async () => {
    const known = await hiddenSpell("Known Works", { publicFrom: at });
    const joining = await hiddenSpell("Joining Works");
    const bare = await hiddenSpell("Bare Works", { publicFrom: at });
    for (const one of [known, joining]) await withLogo(one.organisation.id);
    const membershipIds = [known.id, joining.id, bare.id];
    const piece = await written({ kind: "new_member", membershipIds });
    const elsewhere = await written();
    await published(piece, ["en", "sv"], lifts.local);
    const own = await picture();
    await db().update(groups).set({ logoId: own.id });
    const [knownFile, joiningFile] = [known, joining].map((one) => `${one.organisation.slug}.jpg`);
    expect(await names(piece, justBefore)).toEqual(["tg.jpg", knownFile]);
    for (const when of [then, justAfter])
      expect((await names(piece, when)).toSorted()).toEqual(["tg.jpg", knownFile, joiningFile].toSorted());
    expect(await names(elsewhere, then)).toEqual(["tg.jpg"]);
    const [logo] = await kitLogos(piece, then);
    expect([...(logo?.content.slice(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
    await db().update(groups).set({ logoId: null });
    expect(await names(elsewhere, then)).toEqual([]);
  });

  test("each have a name of their own, also where a member is called as the group is", async () => {
    const [member] = await db()
      .insert(organisations)
      .values({ slug: "tg", kind: "company", name: { en: "TG" } })
      .returning();
    const [spell] = await db()
      .insert(memberships)
      .values({ organisationId: member?.id ?? "", joinedOn: "2026-03-10", publicFrom: at })
      .returning();
    await withLogo(member?.id ?? "");
    await db()
      .update(groups)
      .set({ logoId: (await picture()).id });
    const piece = await written({ membershipIds: [spell?.id ?? ""], kind: "new_member" });
    expect(await names(piece, then)).toEqual(["tg-group.jpg", "tg.jpg"]);
  });

  test("behind a link to what is under embargo, are no more than the public may have", async () => {
    const joining = await hiddenSpell("Hidden Works");
    await withLogo(joining.organisation.id);
    await db()
      .update(groups)
      .set({ logoId: (await picture()).id });
    const piece = await written({ kind: "new_member", membershipIds: [joining.id] });
    await published(piece, ["en", "sv"], lifts.local);
    const email = `${crypto.randomUUID()}@example.org`;
    const target = { of: "announcement" as const, id: piece };
    await createPressLink(organizer, { ...target, recipient: "Kim", outlet: "", email, locale: "en" }, at);
    const [mail] = await db().select().from(mails).where(eq(mails.toAddress, email));
    const token = mail?.secrets?.link?.split("/").at(-1) ?? "";
    const read = await openPressLink(token, "en", justBefore);
    const { id } = read && "announcement" in read ? read.announcement : { id: "" };
    expect(id).toBe(piece);
    expect(await names(id, justBefore)).toEqual(["tg.jpg"]);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import type { Locale } from "@/db/enums";
import { changeAddress } from "@/domain/announcements/address/change";
import { create } from "@/domain/announcements/create";
import { edit } from "@/domain/announcements/edit";
import { publicAnnouncementsOfOrganisation } from "@/domain/announcements/of-organisation";
import {
  allPublicAnnouncements,
  announcementsForFeed,
  publicAnnouncement,
} from "@/domain/announcements/queries";
import { readAnnouncement } from "@/domain/announcements/readable";
import { search } from "@/domain/search/queries";
import { editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { hiddenSpell, piece, published, rowsOf, written } from "./fixture";

beforeAll(makeGroup);

let count = 0;
const fresh = (word: string) => `${word}-${++count}`;
const baseOf = async (id: string) => (await rowsOf(id)).row.slug;
const moved = (id: string, locale: Locale, slug: string, was = "", actor = organizer) =>
  changeAddress(actor, { id, locale, slug, was, ofTitle: false }, at);

describe("the address of a language", () => {
  test("is what every public list and feed answers with, in its language", async () => {
    const spell = await hiddenSpell("Addressed Works");
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(id);
    const own = fresh("svensk-adress");
    await moved(id, "sv", own);
    const base = await baseOf(id);
    const slugIn = async (locale: Locale) =>
      (await allPublicAnnouncements(locale, at)).find((one) => one.id === id)?.slug;
    expect(await slugIn("en")).toBe(base);
    expect(await slugIn("sv")).toBe(own);
    expect((await announcementsForFeed("sv", at)).find((one) => one.id === id)?.slug).toBe(own);
    expect(
      (await search("sv", "2026-03-09", at, { q: "Ord", page: 1 })).rows.find((one) => one.id === id),
    ).toMatchObject({
      slug: own,
    });
    const [about] = await publicAnnouncementsOfOrganisation(spell.organisationId, at);
    expect(about?.slugs).toEqual({ en: base, sv: own });
    expect(await publicAnnouncement(own, "sv", at)).toMatchObject({ slug: own, ownSlugs: { sv: own } });
  });

  test("leads from every former one to the present one for good, in its own language", async () => {
    const id = await written();
    await published(id);
    const [a, b, base] = [fresh("a"), fresh("b"), await baseOf(id)];
    await moved(id, "en", a);
    await moved(id, "en", b, a);
    for (const slug of [a, base]) {
      expect(await readAnnouncement(slug, "en", at)).toEqual({ kind: "elsewhere", slug: b, forGood: true });
    }
    expect(await readAnnouncement(b, "en", at)).toMatchObject({ kind: "text" });
    expect(await readAnnouncement(base, "sv", at)).toMatchObject({ kind: "text" });
    expect(await readAnnouncement(b, "sv", at)).toEqual({ kind: "elsewhere", slug: base, forGood: false });
    // Back to where it was: nothing leads away from it any more.
    await moved(id, "en", a, b);
    expect(await readAnnouncement(a, "en", at)).toMatchObject({ kind: "text" });
    expect(await readAnnouncement(b, "en", at)).toMatchObject({ slug: a });
    await moved(id, "en", "", a);
    expect(await readAnnouncement(base, "en", at)).toMatchObject({ kind: "text" });
    expect(await readAnnouncement(a, "en", at)).toMatchObject({ slug: base });
  });

  test("leaves nothing behind where it never was public, and says nothing before it is", async () => {
    const id = await written();
    const [a, b] = [fresh("a"), fresh("b")];
    await moved(id, "en", a);
    await moved(id, "en", b, a);
    for (const slug of [a, b]) expect(await readAnnouncement(slug, "en", at)).toBeUndefined();
    await published(id, ["en"]);
    expect(await readAnnouncement(a, "en", at)).toBeUndefined();
    expect(await readAnnouncement(b, "en", at)).toMatchObject({ kind: "text" });
    // Free again for another.
    await moved(await written(), "en", a);
  });

  test("is made of the title where the editor asks", async () => {
    const id = await written({}, ["en"]);
    const made = await changeAddress(editor, { id, locale: "en", slug: "", was: "", ofTitle: true }, at);
    expect(made.slug).toBe("words");
    await moved(id, "en", "", "words");
  });

  test("is nobody else's, in whatever language, nor any that it was", async () => {
    const id = await written();
    await published(id);
    const [former, present, base] = [fresh("former"), fresh("present"), await baseOf(id)];
    await moved(id, "en", former);
    await moved(id, "en", present, former);
    const other = await written();
    for (const slug of [former, present, base]) {
      await refused("slug_taken", () => moved(other, "sv", slug));
      await refused("slug_taken", () => create(organizer, piece({ slug }), at));
      const { row } = await rowsOf(other);
      const { kind, eventId, tags, revision } = row;
      const facts = { id: other, kind, eventId, tags, revision, membershipIds: [], slug };
      await refused("slug_taken", () => edit(organizer, facts as never, at));
    }
  });

  test("taken by six at the same moment is one's", async () => {
    const slug = fresh("wanted");
    const pieces = await Promise.all(Array.from({ length: 3 }, () => written({}, ["en"])));
    const answers = await Promise.allSettled([
      ...pieces.map((id, index) => moved(id, index === 0 ? "sv" : "en", slug)),
      ...Array.from({ length: 3 }, () => create(organizer, piece({ slug }), at)),
    ]);
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("is refused where it changed meanwhile, with theirs", async () => {
    const id = await written();
    const theirs = fresh("theirs");
    await moved(id, "en", theirs);
    const refusal = await refused("stale", () => moved(id, "en", fresh("mine")));
    expect(refusal.attached).toEqual({ theirs: { slug: theirs } });
  });

  test("is an editor's to give, and once public that of who may publish", async () => {
    const id = await written();
    await moved(id, "en", fresh("a"), "", editor);
    for (const actor of [protocol, focalPoint]) {
      await refused("not_allowed", () => moved(id, "sv", fresh("b"), "", actor));
    }
    await refused("not_allowed", () =>
      changeAddress(stranger, { id, locale: "sv", slug: fresh("c"), was: "", ofTitle: false }, at),
    );
    await published(id, ["sv"]);
    await refused("address_shown", () => moved(id, "sv", fresh("d"), "", editor));
    await moved(id, "sv", fresh("e"));
  });
});

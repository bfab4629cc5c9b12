import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { announcementMedia } from "@/db/schema/announcement-publishing";
import { announcementRevisions } from "@/db/schema/announcements";
import { files } from "@/db/schema/files";
import { media } from "@/db/schema/media";
import { placed } from "@/domain/announcements/blocks/rules";
import { create } from "@/domain/announcements/create";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { publicAnnouncement } from "@/domain/announcements/queries";
import { restore } from "@/domain/announcements/restore";
import { gapsOf } from "@/domain/announcements/rules";
import { saveEdition } from "@/domain/announcements/save-edition";
import { storedBody } from "@/domain/announcements/text/input";
import { type Block, paragraphs, plainText, type RichBody } from "@/domain/announcements/text/rules";
import { marksOf } from "@/domain/announcements/translation/marks";
import { wordsBefore } from "@/domain/announcements/translation/queries";
import { staleness } from "@/domain/announcements/translation/rules";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { deedsOf } from "../members/fixture";
import { edition, piece, published, rowsOf, written } from "./fixture";

beforeAll(makeGroup);

const heading = (text: string): Block => ({
  type: "heading",
  attrs: { level: 2 },
  content: [{ type: "text", text }],
});

/** The states of the parts of the Swedish text, as every page asks for them; fresh ones are left out. */
async function stale(id: string) {
  const { latest } = await rowsOf(id);
  const [source, own] = [latest("en"), latest("sv")];
  if (!source || !own) throw new Error("no texts");
  const original = { ...source, body: placed(storedBody(source.body)) };
  const parts = staleness(
    { id: source.id, marks: marksOf(original) },
    { ...own, body: storedBody(own.body) },
  );
  return parts.filter(({ state }) => state !== "fresh");
}

/** Saves a language on its latest revision with some of it changed. */
async function resave(id: string, locale: "en" | "sv", change: Partial<Awaited<ReturnType<typeof edition>>>) {
  const { latest } = await rowsOf(id);
  const row = latest(locale);
  const text = row && {
    title: row.title,
    lead: row.lead,
    body: storedBody(row.body),
    dateline: row.dateline,
    pressContact: row.pressContact,
    authors: row.authors,
    cover: row.cover,
  };
  return saveEdition(editor, { ...(await edition(id, locale, "Words")), ...text, ...change }, at);
}

/** Three paragraphs in English and in Swedish. */
async function translated() {
  const id = await written({}, []);
  await resave(id, "en", { body: paragraphs(["one", "two", "three"]) });
  await resave(id, "sv", { title: "Ord", lead: "Kort", body: paragraphs(["ett", "två", "tre"]) });
  return id;
}

const changed = (body: unknown, place: number, text: string): RichBody => {
  const { content } = storedBody(body);
  return {
    type: "doc",
    content: content.map((one, at) =>
      at === place && one.type === "paragraph" ? { ...one, content: [{ type: "text", text }] } : one,
    ),
  };
};
const bodyOf = async (id: string, locale: "en" | "sv" = "en") => (await rowsOf(id)).latest(locale)?.body;

describe("translations", () => {
  test("of a draft from a spell are fresh, block for block", async () => {
    const id = await translated();
    expect(await stale(id)).toEqual([]);
    const body = storedBody(await bodyOf(id, "sv"));
    const source = storedBody(await bodyOf(id));
    expect(body.content.map((one) => one.attrs?.of)).toEqual(source.content.map((one) => one.attrs?.id));
  });

  test("only what was edited is stale, its old words are known, and publishing changes nothing of it", async () => {
    const id = await translated();
    await resave(id, "en", { body: changed(await bodyOf(id), 2, "three, corrected") });
    const [part, ...others] = await stale(id);
    expect(part).toMatchObject({ state: "stale" });
    expect(others).toEqual([]);
    const from = (await rowsOf(id)).latest("sv")?.translatedFrom ?? {};
    const key = part?.key ?? "";
    expect(await wordsBefore(editor, id, "en", { [key]: from[key] ?? "" })).toEqual({ [key]: "three" });
    await published(id);
    expect(await stale(id)).toEqual([part]);
    await resave(id, "sv", { body: changed(await bodyOf(id, "sv"), 2, "tre, rättat") });
    expect(await stale(id)).toEqual([]);
  });

  test("a save of the translation that changes nothing leaves it stale; a word that it still is right clears it", async () => {
    const id = await translated();
    await resave(id, "en", { body: changed(await bodyOf(id), 0, "one, corrected") });
    const { number } = await resave(id, "sv", {});
    expect(number).toBe(1);
    const [part] = await stale(id);
    await resave(id, "sv", { stillRight: [part?.key ?? ""] });
    expect(await stale(id)).toEqual([]);
  });

  test("a change without effect on translations makes nothing stale, also when it was kept before it was saved", async () => {
    const id = await translated();
    const body = changed(await bodyOf(id), 1, "two, a typo less");
    await resave(id, "en", { body, automatic: true });
    expect(await stale(id)).toHaveLength(1);
    await resave(id, "en", { noEffect: true });
    expect(await stale(id)).toEqual([]);
    await resave(id, "en", { body: changed(await bodyOf(id), 0, "one, changed") });
    expect(await stale(id)).toHaveLength(1);
  });

  test("ids stay with their blocks from save to save", async () => {
    const id = await translated();
    const ids = storedBody(await bodyOf(id)).content.map((one) => one.attrs?.id);
    const { content } = changed(await bodyOf(id), 1, "two, changed");
    await resave(id, "en", { body: { type: "doc", content: [heading("New"), ...content.toReversed()] } });
    const [first, ...rest] = storedBody(await bodyOf(id)).content.map((one) => one.attrs?.id);
    expect(rest).toEqual(ids.toReversed());
    expect(ids).not.toContain(first);
  });
});

test("the twin of 2022: a press contact and a heading that one language has and the other has not", async () => {
  const { id } = await create(
    editor,
    piece({ title: "Två länder går med", locale: "sv", kind: "press_release" }),
    at,
  );
  const said = [heading("Om Stockholm+50"), ...paragraphs(["Mötet hålls i juni."]).content];
  const original = await edition(id, "sv", "Två länder går med");
  await saveEdition(
    editor,
    {
      ...original,
      translationOf: null,
      body: { type: "doc", content: said },
      dateline: "Stockholm den 1 juni 2022",
      pressContact: "Presstjänsten",
    },
    at,
  );
  const { latest } = await rowsOf(id);
  const twin = await edition(id, "en", "Two countries join");
  await saveEdition(
    editor,
    {
      ...twin,
      translationOf: latest("sv")?.id ?? null,
      body: paragraphs(["The meeting is in June."]),
      dateline: "Stockholm, 1 June 2022",
      pressContact: "",
    },
    at,
  );
  const now = await rowsOf(id);
  const ids = [now.latest("sv")?.id, now.latest("en")?.id];
  const { editions } = await editionsOf(editor, id, ids);
  const [source, own] = ["sv", "en"].map((locale) => editions.find((one) => one.locale === locale));
  if (!source || !own) throw new Error("no texts");
  const parts = staleness({ id: source.id, marks: marksOf(source) }, own);
  expect(gapsOf({ ...own, parts }, source)).toEqual([
    "no_press_contact",
    "missing_blocks",
    "headings_differ",
  ]);
  expect(gapsOf({ ...source, parts: [] })).toEqual([]);
  await published(id);
  const slug = now.row.slug;
  expect(await publicAnnouncement(slug, "sv", at)).toMatchObject({ pressContact: "Presstjänsten" });
  expect(await publicAnnouncement(slug, "en", at)).toMatchObject({
    pressContact: "",
    dateline: "Stockholm, 1 June 2022",
  });
});

describe("what is kept while somebody writes", () => {
  test("is a revision of its own without a word in history, and nothing where nothing changed", async () => {
    const id = await translated();
    const deeds = (await deedsOf(id)).length;
    await resave(id, "en", { title: "Half a ti", automatic: true });
    await resave(id, "en", { title: "Half a ti", automatic: true });
    const { revisions, latest } = await rowsOf(id);
    expect(revisions.filter((one) => one.automatic)).toHaveLength(1);
    expect(latest("en")).toMatchObject({ automatic: true, title: "Half a ti" });
    expect(await deedsOf(id)).toHaveLength(deeds);
    await resave(id, "en", { title: "Half a ti" });
    expect((await rowsOf(id)).latest("en")).toMatchObject({ automatic: false, title: "Half a ti" });
    expect(await deedsOf(id)).toHaveLength(deeds + 1);
  });

  test("is refused like any other save where somebody saved meanwhile", async () => {
    const id = await translated();
    const mine = { ...(await edition(id, "en", "Mine")), automatic: true };
    await resave(id, "en", { title: "Theirs", dateline: "Oslo, today" });
    const { attached } = await refused("stale", () => saveEdition(editor, mine, at));
    expect(attached).toMatchObject({ theirs: { title: "Theirs", dateline: "Oslo, today" } });
  });
});

describe("restoring", () => {
  const input = async (id: string) => {
    const { revisions, latest } = await rowsOf(id);
    const first = revisions.find((one) => one.locale === "en" && one.number === 2);
    return { id, locale: "en" as const, revisionId: first?.id ?? "", basedOn: latest("en")?.id ?? "" };
  };

  test("makes a new draft of the old words and publishes nothing", async () => {
    const id = await translated();
    await published(id);
    await resave(id, "en", { title: "Newer", dateline: "Oslo" });
    await published(id, ["en"], null, at, { major: false });
    const { publications } = await rowsOf(id);
    await restore(editor, await input(id), at);
    const after = await rowsOf(id);
    expect(after.latest("en")).toMatchObject({ title: "A press release", dateline: "", number: 4 });
    expect(after.publications).toEqual(publications);
    expect(await publicAnnouncement(after.row.slug, "en", at)).toMatchObject({ title: "Newer" });
    expect((await deedsOf(id)).at(-1)).toMatchObject({ details: { restored: 2, revision: 4 } });
  });

  test("is refused on a newer revision, of what is the latest, of another's, and to others", async () => {
    const id = await translated();
    const sent = await input(id);
    await refused("latest_already", () => restore(editor, sent, at));
    await resave(id, "en", { title: "Newer" });
    await refused("stale", () => restore(editor, sent, at));
    const fresh = await input(id);
    await refused("not_found", () => restore(editor, { ...fresh, revisionId: crypto.randomUUID() }, at));
    for (const actor of [door, focalPoint, stranger])
      await refused("not_allowed", () => restore(actor, fresh, at));
    expect((await rowsOf(id)).latest("en")?.title).toBe("Newer");
  });
});

describe("pictures and files", () => {
  async function picture() {
    const [file] = await db()
      .insert(files)
      .values({
        name: "hall.jpg",
        contentType: "image/jpeg",
        size: 3,
        sha256: "-",
        content: Buffer.from("abc"),
        purpose: "media",
      })
      .returning();
    const [row] = await db()
      .insert(media)
      .values({
        kind: "image",
        name: "Hall",
        fileId: file?.id ?? "",
        width: 1600,
        height: 900,
        alt: { en: "A hall" },
        createdAt: at,
        createdBy: "Elin",
      })
      .returning();
    if (!row) throw new Error("no picture");
    return row;
  }

  test("are written down with the revision that shows them, and read with the public text", async () => {
    const [cover, inside] = [await picture(), await picture()];
    const id = await translated();
    const attrs = { mediaId: inside.id, alt: "A table", credit: "The house" };
    const { id: revisionId } = await resave(id, "en", {
      body: { type: "doc", content: [{ type: "image", attrs }, ...paragraphs(["x"]).content] },
      cover: { mediaId: cover.id, alt: "A hall", credit: "" },
    });
    const shown = await db()
      .select({ id: announcementMedia.mediaId })
      .from(announcementMedia)
      .where(eq(announcementMedia.revisionId, revisionId));
    expect(shown.map((one) => one.id).toSorted()).toEqual([cover.id, inside.id].toSorted());
    await published(id, ["en"]);
    const read = await publicAnnouncement((await rowsOf(id)).row.slug, "en", at);
    expect(read?.shown.media.map((one) => one.id).toSorted()).toEqual([cover.id, inside.id].toSorted());
    expect(read?.cover).toMatchObject({ alt: "A hall" });
  });

  test("that are not in the library are refused, and nothing is written", async () => {
    const id = await translated();
    const before = await db().select().from(announcementRevisions);
    const attrs = { mediaId: crypto.randomUUID(), alt: "x", credit: "" };
    await refused("no_such_media", () =>
      resave(id, "en", { body: { type: "doc", content: [{ type: "image", attrs }] } }),
    );
    expect(await db().select().from(announcementRevisions)).toEqual(before);
  });
});

test("two saves of one language at the same moment: one is written, the other is told", async () => {
  const id = await translated();
  const texts = await Promise.all(["a", "b"].map((words) => edition(id, "en", words)));
  const answers = await Promise.allSettled(texts.map((text) => saveEdition(organizer, text, at)));
  expect(answers.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(plainText(storedBody(await bodyOf(id)))).toMatch(/^[ab], at length\.$/);
});

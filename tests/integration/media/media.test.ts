import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { media, mediaVariants } from "@/db/schema/media";
import { withdraw } from "@/domain/announcements/withdraw";
import { partOf } from "@/domain/files/content";
import { add } from "@/domain/media/add";
import { describe as describeMedia } from "@/domain/media/describe";
import { mediaChoices, mediaLibrary } from "@/domain/media/queries";
import { remove } from "@/domain/media/remove";
import { libraryMedia, mediaOfRevision, shownMedia } from "@/domain/media/shown";
import { door, editor, focalPoint, organizer, protocol, stranger, user } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { lifts, published, rowsOf, written } from "../announcements/fixture";
import { photo, picture, shows } from "./fixture";

beforeAll(makeGroup);

const justBefore = new Date(lifts.instant.getTime() - 1);
const words = { name: "", alt: {}, credit: "" };
const sent = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

async function rowOf(id: string) {
  const [row] = await db().select().from(media).where(eq(media.id, id));
  if (!row) throw new Error("no media");
  return row;
}
const filesOf = async (id: string) => {
  const { fileId } = await rowOf(id);
  const variants = await db().select().from(mediaVariants).where(eq(mediaVariants.mediaId, id));
  return db()
    .select()
    .from(files)
    .where(inArray(files.id, [fileId, ...variants.map((one) => one.fileId)]));
};

describe("putting something into the library", () => {
  test("a picture is kept in its sizes, under its name, and nothing the camera wrote", async () => {
    const { id } = await add(editor, { ...words, credit: "A. Person" }, await photo(), at);
    expect(await rowOf(id)).toMatchObject({
      kind: "image",
      name: "IMG_2022.jpg",
      credit: "A. Person",
      width: 1_200,
      height: 800,
      createdBy: editor.name,
    });
    const kept = await filesOf(id);
    expect(kept.map((one) => one.contentType).toSorted()).toEqual(["image/jpeg", "image/webp", "image/webp"]);
    for (const { content } of kept) {
      expect(content?.includes("Hasselblad")).toBe(false);
      expect(content?.includes("Exif")).toBe(false);
    }
  });

  test("papers and films are kept as files; what they are is found out from what they hold", async () => {
    const paper = await add(editor, words, sent("film.mp4", "%PDF-1.7\n%%EOF"), at);
    expect(await rowOf(paper.id)).toMatchObject({ kind: "file", width: null });
    const webm = Buffer.concat([
      Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84]),
      Buffer.from("webm"),
      Buffer.alloc(40),
    ]);
    const film = await add(editor, words, sent("film.pdf", new Uint8Array(webm)), at);
    expect(await rowOf(film.id)).toMatchObject({ kind: "video" });
  });

  test.each([
    ["drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["drawing.png", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["page.jpg", "<!doctype html><script>alert(1)</script>"],
    ["words.txt", "Words and nothing else."],
  ])("%s is not taken, whatever it is called", async (name, content) => {
    await refused("media_type", () => add(editor, words, sent(name, content), at));
  });

  test("neither is nothing, what is broken, or who may not write", async () => {
    await refused("file_missing", () => add(editor, words, undefined, at));
    const broken = new Uint8Array(await (await photo()).arrayBuffer()).slice(0, 300);
    await refused("media_unreadable", () => add(editor, words, sent("a.jpg", broken), at));
    for (const actor of [stranger, focalPoint, door, protocol])
      await refused("not_allowed", () => add(actor, words, undefined, at));
  });
});

describe("the library", () => {
  test("is for those who write texts", async () => {
    const { id } = await picture("Library");
    for (const actor of [editor, organizer, user("admin")]) {
      expect((await mediaChoices(actor)).map((one) => one.id)).toContain(id);
      expect(await libraryMedia(actor, id)).toMatchObject({ id, kind: "image" });
    }
    for (const actor of [stranger, focalPoint, door, protocol]) {
      await refused("not_allowed", () => mediaLibrary(actor, { q: "", page: 1 }));
      await refused("not_allowed", () => mediaChoices(actor));
      expect(await libraryMedia(actor, id)).toBeUndefined();
    }
  });

  test("says where each thing is shown, and finds it by its name", async () => {
    const { id } = await picture("Blast 100% furnace");
    const piece = await written({}, ["en"]);
    await shows((await rowsOf(piece)).latest("en")?.id ?? "", id);
    const { rows, total } = await mediaLibrary(editor, { q: "100% f", kind: "image", page: 1 });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ id, uses: [{ id: piece, title: "Words", locale: "en" }] });
    expect((await mediaLibrary(editor, { q: "100% f", kind: "video", page: 1 })).total).toBe(0);
  });

  test("is described anew; a stale description is refused with theirs", async () => {
    const { id } = await picture();
    const facts = { name: "Furnace 2", alt: { sv: "Ugn" }, credit: "" };
    await refused("not_allowed", () => describeMedia(door, { id, revision: 1, ...facts }, at));
    await describeMedia(editor, { id, revision: 1, ...facts }, at);
    expect(await rowOf(id)).toMatchObject({ ...facts, revision: 2 });
    const stale = await refused("stale", () => describeMedia(organizer, { id, revision: 1, ...facts }, at));
    expect(stale.attached).toEqual({ theirs: { revision: 2, ...facts } });
  });
});

describe("taking something out of the library", () => {
  test("erases every size of it", async () => {
    const { id } = await picture();
    await refused("not_allowed", () => remove(protocol, { id, revision: 1 }, at));
    await refused("stale", () => remove(editor, { id, revision: 2 }, at));
    await remove(editor, { id, revision: 1 }, at);
    for (const file of await filesOf(id)) expect(file).toMatchObject({ content: null, erasedAt: at });
    expect(await libraryMedia(editor, id)).toBeUndefined();
    await refused("not_found", () => remove(editor, { id, revision: 2 }, at));
    await refused("not_found", () => describeMedia(editor, { id, revision: 2, ...words, name: "x" }, at));
  });

  test("not while a text shows it, also one nobody has read yet", async () => {
    const { id } = await picture();
    const piece = await written({}, ["en"]);
    await shows((await rowsOf(piece)).latest("en")?.id ?? "", id);
    const used = await refused("media_used", () => remove(editor, { id, revision: 1 }, at));
    expect(used.attached).toMatchObject({ uses: [{ id: piece }] });
  });

  test("nor at the moment a text takes it up: one of the two is refused", async () => {
    for (let n = 0; n < 5; n++) {
      const { id } = await picture();
      const piece = await written({}, ["en"]);
      const revisionId = (await rowsOf(piece)).latest("en")?.id ?? "";
      const [shown, removed] = await Promise.allSettled([
        shows(revisionId, id),
        remove(editor, { id, revision: 1 }, at),
      ]);
      expect([shown.status, removed.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    }
  });
});

describe("what a text shows", () => {
  test("is public from the instant of the text to its withdrawal, and through no other text", async () => {
    const { id } = await picture();
    const piece = await written();
    const other = await written();
    await published(other);
    const revisionId = (await rowsOf(piece)).latest("sv")?.id ?? "";
    await shows(revisionId, id);
    await published(piece, ["en", "sv"], lifts.local);
    const shown = async (when: Date, of = piece) => (await shownMedia(of, id, when)) !== undefined;
    expect(await shown(justBefore)).toBe(false);
    expect(await shown(lifts.instant)).toBe(true);
    expect(await shown(lifts.instant, other)).toBe(false);
    expect(await mediaOfRevision(revisionId, id)).toMatchObject({ id });
    expect(await mediaOfRevision((await rowsOf(other)).latest("en")?.id ?? "", id)).toBeUndefined();

    const later = new Date(lifts.instant.getTime() + 1_000);
    const swedish = (await rowsOf(piece)).publications.find((one) => one.locale === "sv")?.id ?? "";
    await withdraw(organizer, { id: piece, publicationId: swedish, reason: "An error." }, later);
    expect(await shown(later)).toBe(false);
  });

  test("is read in parts", async () => {
    const { id } = await picture();
    const { sizes } = (await libraryMedia(editor, id)) ?? {};
    const [whole] = sizes ?? [];
    const part = whole && (await partOf(whole, { from: 0, to: 1 }));
    expect(part).toEqual(Buffer.from([0xff, 0xd8]));
  });
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import type { FileStore } from "@/db/enums";
import { files } from "@/db/schema/files";
import { contentOf, partOf, stored } from "@/domain/files/content";
import { eraseFiles } from "@/domain/files/erase";
import { keepSeen } from "@/domain/files/keep";
import { add } from "@/domain/item-documents/add";
import { readDocument } from "@/domain/item-documents/read";
import { remove } from "@/domain/item-documents/remove";
import { organizer } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { makeItem } from "../papers/fixture";

export const content = Buffer.from("%PDF-1.4 a letter of some words\n%%EOF");
const seen = { name: "letter.pdf", contentType: "application/pdf", content };

export const keep = () => db().transaction((tx) => keepSeen(tx, "media", null, seen, at));

export async function rowOf(id: string) {
  const [row] = await db().select(stored).from(files).where(eq(files.id, id));
  return row;
}

/** What is true of files wherever they are kept. */
export function sameInEveryStore(store: FileStore) {
  test("a file is kept, and read whole and in parts", async () => {
    const id = await keep();
    const row = await rowOf(id);
    expect(row).toMatchObject({ store, content: store === "s3" ? null : content });
    expect(await contentOf(row)).toEqual(content);
    expect(await partOf({ fileId: id, store }, { from: 5, to: 7 })).toEqual(content.subarray(5, 8));
  });

  test("an erased one is nobody's any more", async () => {
    const id = await keep();
    await db().transaction((tx) => eraseFiles(tx, [id], at));
    expect(await contentOf(await rowOf(id))).toBeUndefined();
    expect((await db().select().from(files).where(eq(files.id, id)))[0]).toMatchObject({
      content: null,
      name: "",
      erasedAt: at,
    });
  });

  test("a document goes its way as it always did", async () => {
    const event = await makeEvent();
    const item = await makeItem(event.id);
    const facts = { itemId: item.id, title: { en: "A paper" }, audience: "participants" as const };
    const { id } = await add(organizer, facts, new File([new Uint8Array(content)], "paper.pdf"), at);
    const wanted = { id, eventId: event.id };
    expect(await readDocument(organizer, wanted, at)).toEqual({
      name: "paper.pdf",
      contentType: "application/pdf",
      content,
    });
    await remove(organizer, { id, revision: 1 }, at);
    await expect(readDocument(organizer, wanted, at)).rejects.toThrow("not_found");
  });
}

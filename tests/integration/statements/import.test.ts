import { randomUUID } from "node:crypto";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { create } from "@/domain/statements/create";
import { takeTextInput } from "@/domain/statements/import/input";
import { type ReadText, read } from "@/domain/statements/import/read";
import { take } from "@/domain/statements/import/take";
import { latestRevision } from "@/domain/statements/lock";
import { door, editor, focalPoint, protocol, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { zipOf } from "../../support/zip";

beforeAll(makeGroup);
let made = 0;

async function begin() {
  const facts = { kind: "joint_statement", eventId: null, authenticLocale: "en" } as const;
  const { id } = await create(editor, { ...facts, slug: `imported-${++made}`, title: "On steel" }, at);
  return id;
}

const file = (name: string, content: string | Uint8Array) => new File([content as never], name);
const pasted = (id: string, text: string) => read(editor, { id, pasted: text });
const looked = (id: string, text: ReadText, leftOut: number[] = []) =>
  takeTextInput.parse({
    id,
    basedOn: text.basedOn,
    title: text.title,
    paragraphs: text.paragraphs.map(({ fate: _, ...one }, index) => ({
      ...one,
      keep: leftOut.includes(index) ? "" : "on",
    })),
  });
const latest = (id: string) => latestRevision(db(), id, "en");

const text = "Recalling the treaty,\n\n1. We act [by 2030|by 2035].\n\n(a) At once.\n\n2. We meet again.";

describe("importing a text", () => {
  it("saves nothing by reading, and what was looked through as a revision on top", async () => {
    const id = await begin();
    const found = await pasted(id, text);
    expect(found.title).toBe("On steel");
    expect((await latest(id))?.number).toBe(1);
    const chosen = looked(id, found, [3]);
    await take(editor, { ...chosen, paragraphs: chosen.paragraphs.map((one) => ({ ...one })) }, at);
    const saved = await latest(id);
    expect(saved?.number).toBe(2);
    expect(saved?.paragraphs.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ["preambular", undefined, "Recalling the treaty,"],
      ["operative", undefined, "We act [by 2030|by 2035]."],
      ["operative", 1, "At once."],
    ]);
  });

  it("keeps the ids of what is in the text already", async () => {
    const id = await begin();
    await take(editor, looked(id, await pasted(id, text)), at);
    const first = await latest(id);
    const again = await pasted(id, text.replace("meet again", "shall meet again"));
    expect(again.paragraphs.map(({ fate }) => fate)).toEqual(["kept", "kept", "kept", "rewritten"]);
    await take(editor, looked(id, again), at);
    const second = await latest(id);
    expect(second?.number).toBe(3);
    expect(second?.paragraphs.map((one) => one.id)).toEqual(first?.paragraphs.map((one) => one.id));
  });

  it("reads Word with its emphasis, and plain text of another encoding", async () => {
    const id = await begin();
    const word = new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [new TextRun({ text: "Noting", italics: true }), new TextRun(" it,")],
            }),
            new Paragraph({ text: "We act.", bullet: { level: 0 } }),
          ],
        },
      ],
    });
    const found = await read(editor, { id, pasted: "" }, file("a.docx", await Packer.toBuffer(word)));
    expect(found.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ["preambular", "*Noting* it,"],
      ["operative", "We act."],
    ]);
    const latin = await read(
      editor,
      { id, pasted: "" },
      file("a.txt", Buffer.from("Vi är överens.\n\nVi möts på nytt.", "latin1")),
    );
    expect(latin.paragraphs.map((one) => one.text)).toEqual(["Vi är överens.", "Vi möts på nytt."]);
  });

  it("refuses what is no text, too much of it, and what would not stop unpacking", async () => {
    const id = await begin();
    const sent = (name: string, content: string | Uint8Array) => () =>
      read(editor, { id, pasted: "" }, file(name, content));
    await refused("text_missing", () => pasted(id, ""));
    await refused("text_missing", sent("a.txt", ""));
    await refused("text_empty", sent("a.txt", " \n \n"));
    await refused("text_type", sent("a.pdf", "%PDF-1.7 whatever"));
    await refused("text_type", sent("a.doc", Buffer.from("d0cf11e0a1b11ae1", "hex")));
    await refused("text_type", sent("a.zip", bomb("other.xml", 10)));
    await refused("text_unreadable", sent("a.docx", bomb("word/document.xml", 10)));
    await refused("text_unreadable", sent("a.docx", bomb("word/document.xml", 30_000_000)));
    await refused("file_too_large", sent("a.txt", "x".repeat(4_000_001)));
    await refused("text_too_many", () => pasted(id, "We act.\n\n".repeat(401)));
    await refused("text_too_long", () => pasted(id, `We act.\n\n${"x".repeat(10_001)}`));
  });

  it("refuses what cannot be merged with a text saved meanwhile, paragraphs of another statement, and no statement at all", async () => {
    const id = await begin();
    const found = await pasted(id, text);
    await take(editor, looked(id, found), at);
    const [first, second] = ["2031", "2032"].map((when) => text.replace("2030", when));
    const both = [await pasted(id, first ?? ""), await pasted(id, second ?? "")] as const;
    await take(editor, looked(id, both[0]), at);
    await refused("stale", () => take(editor, looked(id, both[1]), at));
    const other = await begin();
    const foreign = await latest(id);
    const stolen = looked(other, await pasted(other, "We act."));
    stolen.paragraphs = stolen.paragraphs.map((one) => ({ ...one, id: foreign?.paragraphs[0]?.id ?? "" }));
    await refused("foreign_paragraph", () => take(editor, stolen, at));
    await refused("not_found", () => pasted(randomUUID(), text));
  });

  it("is for those who write texts", async () => {
    const id = await begin();
    const found = await pasted(id, text);
    for (const actor of [door, protocol, focalPoint, stranger]) {
      await refused("not_allowed", () => read(actor, { id, pasted: text }));
      await refused("not_allowed", () => take(actor, looked(id, found), at));
    }
  });
});

/** A zip archive of one part that unpacks to so many bytes. */
const bomb = (name: string, size: number) => zipOf({ [name]: " ".repeat(size) });

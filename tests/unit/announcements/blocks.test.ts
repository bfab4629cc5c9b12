import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromEditor } from "@/components/announcements/editor-json";
import { bare, identified, isSaid, placed } from "@/domain/announcements/blocks/rules";
import { editionInput } from "@/domain/announcements/input";
import { richBody, richBodyField, storedBody } from "@/domain/announcements/text/input";
import { type Block, mediaIn, plainText, type RichBody, reusedIn } from "@/domain/announcements/text/rules";
import { newerThan, versionIn } from "@/domain/boilerplates/rules";

const id = "7d3f1c9e-2a55-4c4e-9d1b-0f3b3c1e5a10";
const doc = (...content: unknown[]) => ({ type: "doc", content });
const words = (text: string) => [{ type: "text" as const, text }];
const paragraph = (text: string): Block => ({ type: "paragraph", content: words(text) });

const image: Block = { type: "image", attrs: { mediaId: id, alt: "A hall", credit: "The house" } };
const film: Block = {
  type: "video",
  attrs: { mediaId: null, href: "https://example.org/film", title: "The opening" },
};
const file: Block = { type: "file", attrs: { mediaId: id, label: "The programme" } };
const box: Block = {
  type: "factBox",
  attrs: { title: "Members as of 20 April 2021", asOf: "2021-04-20" },
  content: [
    { type: "paragraph", content: words("15 countries") },
    {
      type: "bulletList",
      content: [{ type: "listItem", content: [{ type: "paragraph", content: words("one") }] }],
    },
  ],
};
const reused: Block = { type: "boilerplate", attrs: { boilerplateId: id, version: 2 } };

const some = fc.constantFrom<Block>(
  paragraph("words"),
  { type: "paragraph" },
  { type: "heading", attrs: { level: 3 }, content: words("A heading") },
  { type: "blockquote", attrs: { personId: id, speaker: "", office: "" }, content: [{ type: "paragraph" }] },
  {
    type: "orderedList",
    attrs: { start: 3 },
    content: [{ type: "listItem", content: [{ type: "paragraph" }] }],
  },
  image,
  film,
  file,
  box,
  reused,
);
const bodies = fc.array(some, { maxLength: 12 }).map((content): RichBody => ({ type: "doc", content }));

describe("pictures, films, files, facts, texts used again", () => {
  test("are a text; their words are those that can be read", () => {
    const body = richBody.parse(doc(image, film, file, box, reused));
    expect(body).toEqual(doc(image, film, file, box, reused));
    expect(plainText(body)).toBe(
      "The opening\nThe programme\nMembers as of 20 April 2021\n15 countries\none",
    );
  });

  test("tell what they show, each once, the cover first", () => {
    const other = "0d3f1c9e-2a55-4c4e-9d1b-0f3b3c1e5a11";
    const body = richBody.parse(doc(image, film, file));
    expect(mediaIn(body)).toEqual([id]);
    expect(mediaIn(body, { mediaId: other, alt: "x", credit: "" })).toEqual([other, id]);
    expect(reusedIn(richBody.parse(doc(reused)))).toEqual([{ boilerplateId: id, version: 2 }]);
  });

  test.each<[string, unknown, string]>([
    [
      "a picture without words",
      { type: "image", attrs: { mediaId: id, alt: " ", credit: "" } },
      "validation.alt",
    ],
    [
      "a film of a plain http link",
      { ...film, attrs: { ...film.attrs, href: "http://a.example/x" } },
      "validation.videoLink",
    ],
    [
      "a film that runs",
      { ...film, attrs: { ...film.attrs, href: "javascript:alert(1)" } },
      "validation.videoLink",
    ],
    [
      "a film of the library with a link",
      { ...film, attrs: { ...film.attrs, mediaId: id } },
      "validation.videoLink",
    ],
    ["a film without a title", { ...film, attrs: { ...film.attrs, title: "" } }, "validation.required"],
    ["a box of no day", { ...box, attrs: { ...box.attrs, asOf: "2021-02-30" } }, "validation.day"],
    ["a box in a box", { ...box, content: [box] }, "validation.richText"],
    [
      "an id within a quote",
      { type: "blockquote", attrs: {}, content: [{ type: "paragraph", attrs: { id: "x" } }] },
      "validation.richText",
    ],
    ["an id that is none", { type: "paragraph", attrs: { id: "a b" } }, "validation.richText"],
    [
      "an image of elsewhere",
      { type: "image", attrs: { mediaId: id, alt: "x", src: "https://a.example" } },
      "validation.richText",
    ],
  ])("%s is refused, and it is said of the field why", (_, node, said) => {
    const read = richBodyField.safeParse(JSON.stringify(doc(node)));
    expect(read.success).toBe(false);
    expect(read.error?.issues.map(({ path, message }) => [path, message])).toEqual([[[], said]]);
  });
});

describe("ids", () => {
  test("are given to blocks that have none, and never twice", () => {
    fc.assert(
      fc.property(bodies, fc.array(fc.constantFrom("a", "b1", "b2", undefined)), (body, taken) => {
        const content = body.content.map((block, at) => ({
          ...block,
          attrs: { ...block.attrs, ...(taken[at] ? { id: taken[at] } : {}) },
        }));
        const ids = placed({ type: "doc", content: content as Block[] }).content.map((one) => one.attrs?.id);
        expect(ids.every(Boolean)).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test("stay with their blocks, and are no part of their words", () => {
    const body = identified(richBody.parse(doc(paragraph("one"), box)), (place) => `n${place}`);
    expect(identified(body, () => "new")).toEqual(body);
    expect(body.content.map(bare)).toEqual([paragraph("one"), box]);
  });
});

describe("properties", () => {
  test("what is stored is read as it was, also after the database has put its keys in another order", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const text = placed(body);
        expect(storedBody(text)).toEqual(text);
        const shuffled = JSON.parse(JSON.stringify(text), (_, value) =>
          value && typeof value === "object" && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).toReversed())
            : value,
        );
        const canonical = ({ content }: RichBody) => JSON.stringify(content.map(bare));
        expect(canonical(storedBody(shuffled))).toBe(canonical(text));
      }),
    );
  });

  test("the editor gives back what it was given", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const text = placed({ type: "doc", content: [...body.content.filter(isSaid), paragraph("the end")] });
        expect(storedBody(fromEditor(text as never))).toEqual(text);
      }),
    );
  });
});

test("an edition's fields as a form sends them", () => {
  const sent = {
    id,
    locale: "en",
    title: "Words",
    body: JSON.stringify(doc(paragraph("x"))),
    authors: " Ana Perez \n\nBo  Ek\nAna Perez",
    cover: { mediaId: id, alt: "A hall", credit: "" },
  };
  expect(editionInput.parse(sent)).toMatchObject({
    authors: ["Ana Perez", "Bo Ek"],
    cover: { mediaId: id, alt: "A hall" },
    dateline: "",
    stillRight: [],
    noEffect: false,
    automatic: false,
  });
  const mute = editionInput.safeParse({ ...sent, cover: { mediaId: id, alt: "" } });
  expect(mute.error?.issues).toMatchObject([{ path: ["cover", "alt"], message: "validation.alt" }]);
  expect(editionInput.parse({ ...sent, cover: { mediaId: "", alt: "left" } }).cover).toBeNull();
});

test("a text keeps its version, and a newer one is offered", () => {
  const version = (number: number) => ({ boilerplateId: id, number, heading: {}, text: { en: `${number}` } });
  expect(versionIn([version(1), version(2)], { boilerplateId: id, version: 1 })?.text.en).toBe("1");
  const choices = [{ ...version(3), name: "About" }];
  expect(newerThan(choices, { boilerplateId: id, version: 2 })).toBe(3);
  expect(newerThan(choices, { boilerplateId: id, version: 3 })).toBeUndefined();
  expect(newerThan([], { boilerplateId: id, version: 1 })).toBeUndefined();
});

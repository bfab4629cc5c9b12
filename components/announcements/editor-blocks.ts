"use client";

import { Extension, mergeAttributes, Node } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/** What the blocks show while they are written. */
export type BlocksShown = {
  /** The address under which the workspace reads pictures. */
  base: string;
  /** The name and the words of a text that is used again. */
  reused: (boilerplateId: string, version: number) => string;
};

const blockTypes = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "blockquote",
  "image",
  "video",
  "file",
  "factBox",
  "boilerplate",
];

const newId = () => {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return [...random].map((part) => part.toString(36)).join("");
};

/** Every block of the text has an id, which it keeps while it is changed; one that is split or copied gets a new one. */
export const BlockIds = Extension.create({
  name: "blockIds",
  addGlobalAttributes: () => [
    { types: blockTypes, attributes: { id: { default: null, rendered: false, keepOnSplit: false } } },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _, state) {
        if (!transactions.some((one) => one.docChanged)) return null;
        const tr = state.tr;
        const taken = new Set<unknown>();
        state.doc.forEach((node, position) => {
          const { id } = node.attrs;
          if (id && !taken.has(id)) taken.add(id);
          else if (node.type.spec.attrs?.id) tr.setNodeAttribute(position, "id", newId());
        });
        return tr.docChanged ? tr.setMeta("addToHistory", false) : null;
      },
    }),
  ],
});

type Attrs = Record<string, unknown>;

/** A block without words inside; copied and pasted with all it shows. */
const atom = (name: string, defaults: Attrs, look: (attrs: Attrs) => [string, Attrs?][]) =>
  Node.create({
    name,
    group: "block",
    atom: true,
    selectable: true,
    draggable: true,
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(defaults).map(([key, value]) => [key, { default: value, rendered: false }]),
      ),
    parseHTML: () => [
      {
        tag: `div[data-block="${name}"]`,
        getAttrs: (element) => {
          try {
            return JSON.parse(element.getAttribute("data-attrs") ?? "{}") as Attrs;
          } catch {
            return false;
          }
        },
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const { id: _, ...attrs } = node.attrs;
      const kept = { "data-block": name, "data-attrs": JSON.stringify(attrs) };
      const parts = look(attrs).map(([words, image]) =>
        image ? ["img", image] : ["span", { class: "block break-words" }, words],
      );
      return ["div", mergeAttributes(HTMLAttributes, kept), ...parts] as never;
    },
  });

const words = (value: unknown) => (typeof value === "string" ? value : "");

/** Facts of a day, with the words inside. */
const FactBox = Node.create({
  name: "factBox",
  group: "block",
  content: "(paragraph | bulletList | orderedList)+",
  defining: true,
  isolating: true,
  addAttributes: () => ({ title: { default: "" }, asOf: { default: "" } }),
  parseHTML: () => [
    {
      tag: "div[data-facts]",
      getAttrs: (element) => ({
        title: element.getAttribute("data-title") ?? "",
        asOf: element.getAttribute("data-as-of") ?? "",
      }),
    },
  ],
  renderHTML: ({ HTMLAttributes: { title, asOf, ...rest } }) => [
    "div",
    mergeAttributes(rest, { "data-facts": "", "data-title": title, "data-as-of": asOf }),
    0,
  ],
});

/** The blocks of the text beside paragraphs, headings, lists and quotes. */
export const editorBlocks = ({ base, reused }: BlocksShown) => [
  BlockIds,
  FactBox,
  atom("image", { mediaId: null, alt: "", credit: "" }, ({ mediaId, alt, credit }) => [
    ["", { src: `${base}/${words(mediaId)}?w=480`, alt: words(alt), class: "max-h-64 max-w-full" }],
    [[words(alt), words(credit)].filter(Boolean).join(" · ")],
  ]),
  atom("video", { mediaId: null, href: "", title: "" }, ({ href, title }) => [
    [`▶ ${words(title)}`],
    [words(href)],
  ]),
  atom("file", { mediaId: null, label: "" }, ({ label }) => [[`⤓ ${words(label)}`]]),
  atom("boilerplate", { boilerplateId: null, version: 1 }, ({ boilerplateId, version }) => [
    [reused(words(boilerplateId), Number(version))],
  ]),
];

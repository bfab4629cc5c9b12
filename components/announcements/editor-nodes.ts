"use client";

import { mergeAttributes, Node } from "@tiptap/core";
import { Link } from "@tiptap/extension-link";
import { StarterKit } from "@tiptap/starter-kit";
import { isSafeLink } from "@/domain/announcements/text/rules";
import { type BlocksShown, editorBlocks } from "./editor-blocks";

/** Words of somebody: paragraphs with the one who said them. */
const Quote = Node.create({
  name: "blockquote",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes() {
    return { personId: { default: null }, speaker: { default: "" }, office: { default: "" } };
  },
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes: { personId: _, speaker, office, ...rest } }) => [
    "blockquote",
    mergeAttributes(rest, { "data-by": [speaker, office].filter(Boolean).join(", ") }),
    0,
  ],
});

/** A link with an address and nothing else. */
const PlainLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: true,
  isAllowedUri: (href) => isSafeLink(href ?? ""),
});

/** The editor knows the nodes and marks of `domain/announcements/text/rules` and no others. */
export const editorNodes = (shown: BlocksShown) => [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    heading: { levels: [2, 3] },
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
  }),
  Quote,
  PlainLink,
  ...editorBlocks(shown),
];

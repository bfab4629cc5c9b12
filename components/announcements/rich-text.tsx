import { Fragment } from "react";
import type { Locale } from "@/db/enums";
import { printed, type Quoted } from "@/domain/announcements/speaker/rules";
import {
  type Block,
  type Inline,
  isSafeLink,
  type List,
  type Mark,
  type RichBody,
} from "@/domain/announcements/text/rules";
import { pick } from "@/lib/i18n/pick";
import { FileNode, FrozenFacts, PictureNode, ReusedNode, type ShownAt, VideoNode } from "./rich-blocks";

type Props = {
  body: RichBody;
  /** The language of the text. */
  lang: Locale;
  speakers: readonly Quoted[];
  /** The day whose offices are printed. */
  day: string;
  /** The pictures, files and texts used again that stand in it. */
  shown: ShownAt;
};

/** A text as React elements, node by node from the closed list; what is not on it is not printed. */
export function RichText({ body, ...at }: Props) {
  return (
    <div lang={at.lang} className="prose break-words">
      {body.content.map((block, index) => (
        <BlockNode key={position(index)} block={block} {...at} />
      ))}
    </div>
  );
}

/** A text does not change while it is read: its nodes are known by where they stand. */
const position = (index: number) => `n${index}`;

function BlockNode({ block, ...at }: { block: Block } & Omit<Props, "body">) {
  const { shown, lang } = at;
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      );
    case "heading": {
      const Heading = block.attrs.level === 2 ? "h2" : "h3";
      return (
        <Heading>
          <Inlines content={block.content} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <ListNode list={block} />;
    case "blockquote":
      return <QuoteNode quote={block} {...at} />;
    case "image":
      return <PictureNode attrs={block.attrs} shown={shown} lang={lang} />;
    case "video":
      return <VideoNode attrs={block.attrs} shown={shown} />;
    case "file":
      return <FileNode attrs={block.attrs} shown={shown} />;
    case "factBox":
      return (
        <FrozenFacts attrs={block.attrs}>
          {block.content.map((part, index) => (
            <BlockNode key={position(index)} block={part} {...at} />
          ))}
        </FrozenFacts>
      );
    case "boilerplate":
      return <ReusedNode attrs={block.attrs} shown={shown} lang={lang} />;
    default:
      return null;
  }
}

function ListNode({ list }: { list: List }) {
  const items = list.content.map((item, index) => (
    <li key={position(index)}>
      {item.content.map((part, at) =>
        part.type === "paragraph" ? (
          <p key={position(at)}>
            <Inlines content={part.content} />
          </p>
        ) : (
          <ListNode key={position(at)} list={part} />
        ),
      )}
    </li>
  ));
  return list.type === "orderedList" ? <ol start={list.attrs?.start}>{items}</ol> : <ul>{items}</ul>;
}

type QuoteProps = { quote: Extract<Block, { type: "blockquote" }> } & Omit<Props, "body" | "shown">;

function QuoteNode({ quote, lang, speakers, day }: QuoteProps) {
  const { name, office, title } = printed(quote.attrs, speakers, day);
  const held = title && pick(title, lang);
  return (
    <figure>
      <blockquote>
        {quote.content.map((paragraph, index) => (
          <p key={position(index)}>
            <Inlines content={paragraph.content} />
          </p>
        ))}
      </blockquote>
      {(name || office || held) && (
        <figcaption className="mt-2 ps-5 font-sans text-muted text-sm">
          {name && <span className="font-medium text-ink">{name}</span>}
          {name && (office || held) && ", "}
          {office || (held && <span lang={held.lang === lang ? undefined : held.lang}>{held.text}</span>)}
        </figcaption>
      )}
    </figure>
  );
}

function Inlines({ content = [] }: { content?: readonly Inline[] }) {
  return content.map((node, index) => (
    <Fragment key={position(index)}>
      {node.type === "hardBreak" ? <br /> : <Marked text={node.text} marks={node.marks ?? []} />}
    </Fragment>
  ));
}

function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const [mark, ...rest] = marks;
  if (!mark) return text;
  const inner = <Marked text={text} marks={rest} />;
  if (mark.type === "bold") return <strong>{inner}</strong>;
  if (mark.type === "italic") return <em>{inner}</em>;
  if (mark.type === "link" && isSafeLink(mark.attrs.href)) return <a href={mark.attrs.href}>{inner}</a>;
  return inner;
}

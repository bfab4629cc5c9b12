import { createHash } from "node:crypto";
import type { Paragraph } from "@/db/schema/statements";

/** A text that can be bound: its title and its paragraphs, in order. */
export type Text = { title: string; paragraphs: Paragraph[] };

/**
 * The canonical form that is hashed: UTF-8, Unicode NFC, LF line ends; the title, then one line per paragraph with
 * kind, permanent id and text as a JSON array, and behind them the level where the paragraph has one. Anybody can compute it again from the published text.
 */
export function canonicalText({ title, paragraphs }: Text): string {
  const lines = paragraphs.map(({ kind, id, text, level }) =>
    JSON.stringify([kind, id, plain(text), ...(level ? [level] : [])]),
  );
  return [JSON.stringify(plain(title)), ...lines].join("\n");
}

/** SHA-256 (hex) of the canonical text: what an adoption binds. */
export function hashOfText(text: Text): string {
  return createHash("sha256").update(canonicalText(text), "utf8").digest("hex");
}

const plain = (text: string) => text.normalize("NFC").replace(/\r\n?/g, "\n");

import "server-only";
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { ImageResponse } from "next/og";
import type { Locale } from "@/db/enums";
import { groupProfile } from "@/domain/group/queries";
import { validated } from "@/lib/http/validated";
import { pick } from "@/lib/i18n/pick";
import { printable, subsets } from "@/lib/pdf/letters";
import { shortened } from "@/lib/seo";

/** What is on a picture: the kind of the thing, its title, and a line of facts. */
export type Card = { kind: string; title: string; facts: string };

const size = { width: 1200, height: 630 };
/** The colours of the light pages: a picture knows no theme. */
const colours = { paper: "#fbfaf7", ink: "#1b1e20", muted: "#54595d", accent: "#14543f" };

/** Pictures drawn lately, by what is on them. Whether they may be seen is asked before, each time. */
const drawn = new Map<string, { picture: Promise<Uint8Array<ArrayBuffer>>; until: number }>();
const minutes = 5;
const most = 60;

/** The picture of a page for those who share it (PNG, 1200 × 630), in the language of the page. */
export async function shareImage(request: Request, card: Card, locale: Locale, at: Date): Promise<Response> {
  const group = await groupProfile();
  const words = [card.kind, card.title, card.facts, pick(group.name, locale).text].map(drawable);
  const key = createHash("sha256").update(JSON.stringify(words)).digest("base64url");
  const body = await (kept(key, at) ?? keep(key, draw(words, locale), at));
  return validated(request, { body, contentType: "image/png" });
}

/** There is no picture of what is not public. */
export const noImage = () =>
  new Response("Not found", { status: 404, headers: { "cache-control": "no-store" } });

function kept(key: string, at: Date) {
  const found = drawn.get(key);
  return found && found.until > at.getTime() ? found.picture : undefined;
}

/** Kept from its beginning on: many who ask at once wait for the same drawing. */
function keep(key: string, picture: Promise<Uint8Array<ArrayBuffer>>, at: Date) {
  drawn.delete(key);
  picture.catch(() => drawn.delete(key));
  drawn.set(key, { picture, until: at.getTime() + minutes * 60_000 });
  for (const oldest of drawn.keys()) {
    if (drawn.size <= most) break;
    drawn.delete(oldest);
  }
  return picture;
}

/** Only letters of our own faces: for any other the library would ask a server on the internet for one. */
const drawable = (text: string) =>
  [...text]
    .filter((letter) => printable(letter))
    .join("")
    .replace(/\s+/g, " ")
    .trim();

async function draw([kind = "", title = "", facts = "", group = ""]: string[], locale: Locale) {
  const response = new ImageResponse(
    <div
      lang={locale}
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: "64px 72px 56px",
        borderTop: `20px solid ${colours.accent}`,
        background: colours.paper,
        color: colours.ink,
        fontFamily: faces.join(", "),
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", gap: 20 }}>
        <div style={{ fontSize: 30, color: colours.accent }}>{kind}</div>
        <div
          style={{ fontSize: fontSize(title), fontWeight: 600, lineHeight: 1.15, wordBreak: "break-word" }}
        >
          {shortened(title, 210)}
        </div>
      </div>
      <div style={{ display: "flex", flexDirection: "column", gap: 6, fontSize: 28 }}>
        <div style={{ color: colours.muted }}>{shortened(facts, 90)}</div>
        <div style={{ fontWeight: 600 }}>{shortened(group, 70)}</div>
      </div>
    </div>,
    { ...size, fonts: await fonts() },
  );
  return new Uint8Array(await response.arrayBuffer());
}

/** A long title is set smaller, so that all of it is there. */
const fontSize = ({ length }: string) => (length <= 45 ? 76 : length <= 90 ? 60 : length <= 140 ? 50 : 42);

const faces = subsets.map((subset) => `Serif ${subset}`);

let read: Promise<{ name: string; data: Buffer; weight: 400 | 600 }[]> | undefined;

/** The faces of the house, read once: Latin first, and for a letter it lacks the others. */
function fonts() {
  const from = createRequire(path.join(process.cwd(), "package.json"));
  read ??= Promise.all(
    subsets.flatMap((subset) =>
      ([400, 600] as const).map(async (weight) => {
        const root = path.dirname(from.resolve("@fontsource/source-serif-4/package.json"));
        const file = path.join(root, "files", `source-serif-4-${subset}-${weight}-normal.woff`);
        return { name: `Serif ${subset}`, data: await fs.readFile(file), weight };
      }),
    ),
  );
  return read;
}

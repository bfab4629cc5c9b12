import { createHash } from "node:crypto";
import type { Actor } from "@/domain/access/actor";
import { groupProfile } from "@/domain/group/queries";
import { endorsementsOn } from "@/domain/positions/queries";
import { print } from "@/domain/statements/print";
import { addressAfterwards, type ReadableStatement } from "@/domain/statements/readable";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { drawnApart } from "@/lib/pdf/apart";
import { Refusal } from "@/lib/refusal";
import { absolute } from "@/lib/seo";
import { dayIn } from "@/lib/time";
import { printedStatement } from "./printed";

type Context = { params: Promise<{ locale: string; slug: string }> };

const house: Actor = { kind: "system", name: "the system" };

/** Drawings by what is on them, the latest few: a text is drawn once, not for each reader. */
const drawn = new Map<string, Promise<Uint8Array>>();
const most = 16;

/** A public statement as a PDF: the same question of visibility as its page, asked anew for every copy. */
export async function GET(request: Request, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  if (!isLocale(locale)) return refused(404);
  try {
    const { content, sha256 } = await print(house, { slug, locale }, draw, at);
    return answer(request, content, sha256, slug);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "not_found") throw error;
  }
  const after = await addressAfterwards(slug, at);
  if (after === undefined || after === "gone") return refused(after ? 410 : 404);
  return new Response(null, {
    status: 308,
    headers: { location: absolute(`/${locale}/statements/${after.slug}.pdf`) },
  });
}

const refused = (status: 404 | 410) => new Response(status === 404 ? "Not found" : "Gone", { status });

async function draw(statement: ReadableStatement, at: Date): Promise<Uint8Array> {
  const day = dayIn(at, statement.zone ?? "UTC");
  const [group, endorsements] = await Promise.all([
    groupProfile(),
    statement.adoptedAt ? endorsementsOn(statement.id, day) : [],
  ]);
  const sheet = printedStatement(statement, { group: group.name, endorsements, day, at });
  const key = createHash("sha256")
    .update(JSON.stringify({ ...sheet, madeAt: null }))
    .digest("hex");
  const known = drawn.get(key);
  if (known) return known;
  const fresh = drawnApart("bin/draw-statement.ts", sheet);
  drawn.set(key, fresh);
  fresh.catch(() => drawn.delete(key));
  for (const old of [...drawn.keys()].slice(0, Math.max(0, drawn.size - most))) drawn.delete(old);
  return fresh;
}

/** With the hash of its bytes for a tag, which is that of the print in the record. It is asked for each time. */
function answer(request: Request, content: Uint8Array, sha256: string, slug: string): Response {
  const headers = { etag: `"${sha256}"`, "cache-control": "no-cache" };
  const known = request.headers.get("if-none-match") ?? "";
  if (known.includes(sha256)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(content), {
    headers: {
      ...headers,
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${slug}.pdf"`,
    },
  });
}

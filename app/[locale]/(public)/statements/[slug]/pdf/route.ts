import type { Actor } from "@/domain/access/actor";
import { print } from "@/domain/statements/print";
import { addressAfterwards } from "@/domain/statements/readable";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { Refusal } from "@/lib/refusal";
import { absolute } from "@/lib/seo";
import { drawStatement } from "./draw";

type Context = { params: Promise<{ locale: string; slug: string }> };

const house: Actor = { kind: "system", name: "the system" };

/** A public statement as a PDF: the same question of visibility as its page, asked anew for every copy. */
export async function GET(request: Request, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  if (!isLocale(locale)) return refused(404);
  try {
    const { content, sha256 } = await print(house, { slug, locale }, drawStatement, at);
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

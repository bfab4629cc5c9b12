import { nobody } from "@/domain/access/actor";
import { end } from "@/domain/subscriptions/end";
import { fallbackLocale } from "@/lib/i18n/locale";
import { log } from "@/lib/log";
import { limit } from "@/lib/rate-limit";
import { Refusal } from "@/lib/refusal";
import { absolute } from "@/lib/seo";

type Context = { params: Promise<{ token: string }> };

/** Programs that try links; mail services end many subscriptions from one address, and those are not counted. */
const unknown = { name: "unsubscribe:peer", points: 30, seconds: 600 };
const plain = { "content-type": "text/plain; charset=utf-8" };

/**
 * Ends a subscription in one step, as mail programs ask for it (RFC 8058): without cookies, without being led elsewhere,
 * by the token alone. Asking twice is answered the same.
 */
export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  if (await end(nobody, { link: token })) return new Response("Unsubscribed.", { headers: plain });
  try {
    await limit(unknown, request.headers.get("x-plenary-peer") ?? "");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.warn("unsubscribing is tried with unknown links");
    return new Response("Too many requests.", { status: 429, headers: plain });
  }
  return new Response("Not found.", { status: 404, headers: plain });
}

/** A person who opens the address finds the page on which they can end it: looking changes nothing. */
export async function GET(_: Request, { params }: Context) {
  const { token } = await params;
  const page = absolute(`/${fallbackLocale}/subscription/${encodeURIComponent(token)}`);
  return new Response(null, { status: 303, headers: { location: page } });
}

import { embargoedKit, kitAnswer } from "@/app/_request/press-kit";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { limit } from "@/lib/rate-limit";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ locale: string; token: string }> };

/** A kit is drawn when it is asked for: enough for an editorial office behind one address. */
const perPeer = { name: "press-kit:peer", points: 20, seconds: 600 };

/** The press kit of an announcement under embargo, for who holds a link to it; taking it is an opening like any other. */
export async function GET(request: Request, { params }: Context) {
  const { locale, token } = await params;
  if (!isLocale(locale)) return new Response("Not found", { status: 404 });
  try {
    await limit(perPeer, request.headers.get("x-plenary-peer") ?? "");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response("Too many requests", { status: 429 });
  }
  const kit = await embargoedKit(token, locale, now());
  if (!kit) return new Response("Not found", { status: 404 });
  return kitAnswer(kit, "embargoed");
}

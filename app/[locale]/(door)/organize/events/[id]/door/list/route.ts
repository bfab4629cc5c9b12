import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { statusOf } from "@/app/_request/clients";
import { doorList } from "@/domain/check-ins/queries";
import { isLocale } from "@/lib/i18n/locale";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ locale: string; id: string }> };

/** What a device at the door takes along. */
export async function GET(_: Request, { params }: Context) {
  const { locale, id } = await params;
  if (!isLocale(locale) || !z.uuid().safeParse(id).success) return new Response("Not found", { status: 404 });
  const actor = await currentActor();
  if (actor.kind !== "user") return Response.json({ code: "signed_out" }, { status: 401 });
  try {
    return Response.json(await doorList(actor, id, locale), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ code: error.code }, { status: statusOf(error.code) });
  }
}

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { eventForOrganizer } from "@/domain/events/organizer-queries";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ locale: string; id: string }> };

/** An open door, for the telephone's screen. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="#14543f"/><path d="M30 76V22h26v54zm32-50v50M20 76h56" fill="none" stroke="#fff" stroke-width="5"/><circle cx="48" cy="50" r="3" fill="#fff"/></svg>',
)}`;

/** What a telephone needs to install the door page of an event. */
export async function GET(_: Request, { params }: Context) {
  const { locale, id } = await params;
  const actor = await currentActor();
  const missing = new Response("Not found", { status: 404 });
  if (!isLocale(locale) || !z.uuid().safeParse(id).success || !can(actor, "check-in.list")) return missing;
  const event = await eventForOrganizer(actor, id).catch((error) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (!event) return missing;
  const t = await getTranslations({ locale, namespace: "door" });
  const base = `/${locale}/organize/events/${id}/door`;
  return Response.json(
    {
      id: base,
      name: `${t("title")} · ${pick(event.title, locale).text}`,
      short_name: t("title"),
      lang: locale,
      start_url: base,
      scope: base,
      display: "standalone",
      background_color: "#fbfaf7",
      theme_color: "#14543f",
      icons: [{ src: icon, sizes: "any", type: "image/svg+xml", purpose: "any" }],
    },
    { headers: { "content-type": "application/manifest+json", "cache-control": "no-store" } },
  );
}

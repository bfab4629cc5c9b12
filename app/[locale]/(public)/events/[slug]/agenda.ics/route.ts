import { publicAgenda } from "@/domain/agenda/public";
import { itemEntry } from "@/domain/events/calendar";
import { publicEvent } from "@/domain/events/queries";
import { calendarFeed } from "@/lib/calendar/feed";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A public event's agenda as a calendar. */
export async function GET(_: Request, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  const event = await publicEvent(slug, at);
  if (!event || !isLocale(locale)) return new Response("Not found", { status: 404 });
  const items = await publicAgenda(event.id, at);
  return calendarFeed(
    pick(event.title, locale).text,
    items.map((item) => itemEntry(item, event, locale)),
  );
}

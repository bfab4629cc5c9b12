import { getTranslations } from "next-intl/server";
import { eventEntry } from "@/domain/events/calendar";
import { allPublicEvents } from "@/domain/events/queries";
import { calendarFeed } from "@/lib/calendar/feed";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";

type Context = { params: Promise<{ locale: string }> };

/** Every public event, for calendars that subscribe. */
export async function GET(_: Request, { params }: Context) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response("Not found", { status: 404 });
  const [t, events] = await Promise.all([
    getTranslations({ locale, namespace: "events" }),
    allPublicEvents(now()),
  ]);
  return calendarFeed(
    t("title"),
    events.map((event) => eventEntry(event, locale)),
  );
}

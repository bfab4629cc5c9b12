import { getTranslations } from "next-intl/server";
import { noImage, shareImage } from "@/app/_request/share-image";
import { publicEvent } from "@/domain/events/queries";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { dayIn, formatDays, lastDay } from "@/lib/time";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The picture of a public event. */
export async function GET(request: Request, { params }: Context) {
  const at = now();
  const { locale, slug } = await params;
  const event = isLocale(locale) ? await publicEvent(slug, at) : undefined;
  if (!event || !isLocale(locale)) return noImage();
  const kinds = await getTranslations({ locale, namespace: "enums.eventKind" });
  const { startsAt, endsAt, zone } = event;
  const days = formatDays(dayIn(startsAt, zone), lastDay(startsAt, endsAt, zone), locale);
  const facts = [days, pick(event.city, locale).text].filter(Boolean).join(" · ");
  return shareImage(
    request,
    { kind: kinds(event.kind), title: pick(event.title, locale).text, facts },
    locale,
    at,
  );
}

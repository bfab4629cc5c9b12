import { exportedAgenda } from "@/domain/agenda/exported";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { calendarAnswer, notFound } from "../calendar";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A public event's agenda as a calendar, for programs that follow it. */
export async function GET(request: Request, { params }: Context) {
  const { locale, slug } = await params;
  const agenda = isLocale(locale) ? await exportedAgenda(slug, now()) : undefined;
  if (!agenda || !isLocale(locale)) return notFound();
  return calendarAnswer(request, agenda, locale, { name: pick(agenda.event.title, locale).text });
}

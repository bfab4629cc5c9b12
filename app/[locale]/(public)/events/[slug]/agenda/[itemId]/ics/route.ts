import { exportedAgenda, only } from "@/domain/agenda/exported";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { calendarAnswer, notFound } from "../../../calendar";

type Context = { params: Promise<{ locale: string; slug: string; itemId: string }> };

/** One item of a public agenda as a calendar's file; once it is cancelled, the file takes it out. */
export async function GET(request: Request, { params }: Context) {
  const { locale, slug, itemId } = await params;
  const agenda = isLocale(locale) ? await exportedAgenda(slug, now()) : undefined;
  if (!agenda || !isLocale(locale)) return notFound();
  const own = only(agenda, (item) => item.id === itemId);
  const [item] = [...own.items, ...own.cancelled];
  if (!item) return notFound();
  return calendarAnswer(request, own, locale, {
    name: pick(item.title, locale).text,
    cancels: own.items.length === 0,
  });
}

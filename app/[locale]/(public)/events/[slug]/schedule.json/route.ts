import { exportedAgenda } from "@/domain/agenda/exported";
import { scheduleOf } from "@/domain/agenda/schedule";
import { scheduleJson } from "@/domain/agenda/schedule-json";
import { now } from "@/lib/clock";
import { validated } from "@/lib/http/validated";
import { isLocale } from "@/lib/i18n/locale";
import { notFound } from "../calendar";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A public agenda for the programs of conferences: JSON of frab and c3voc. */
export async function GET(request: Request, { params }: Context) {
  const { locale, slug } = await params;
  const agenda = isLocale(locale) ? await exportedAgenda(slug, now()) : undefined;
  if (!agenda || !isLocale(locale)) return notFound();
  const body = scheduleJson(scheduleOf(agenda, locale));
  return validated(request, { body, contentType: "application/json; charset=utf-8" });
}

import { exportedAgenda } from "@/domain/agenda/exported";
import { ownJson } from "@/domain/agenda/own-json";
import { now } from "@/lib/clock";
import { validated } from "@/lib/http/validated";
import { isLocale } from "@/lib/i18n/locale";
import { notFound } from "../calendar";

type Context = { params: Promise<{ locale: string; slug: string }> };

/** A public agenda for programs, with all that is public of it: see docs/agenda-json.md. */
export async function GET(request: Request, { params }: Context) {
  const { locale, slug } = await params;
  const agenda = isLocale(locale) ? await exportedAgenda(slug, now()) : undefined;
  if (!agenda || !isLocale(locale)) return notFound();
  const body = ownJson(agenda, locale);
  return validated(request, { body, contentType: "application/json; charset=utf-8" });
}

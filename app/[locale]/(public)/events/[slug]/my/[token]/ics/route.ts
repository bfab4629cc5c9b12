import { starredAgenda } from "@/domain/agenda-subscriptions/queries";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { calendarAnswer, notFound } from "../../../calendar";

type Context = { params: Promise<{ locale: string; slug: string; token: string }> };

/**
 * The calendar of a private link, which follows the releases. Once the link is revoked it is gone (410): programs stop
 * asking, and those that read on find an empty calendar.
 */
export async function GET(request: Request, { params }: Context) {
  const { locale, slug, token } = await params;
  const kept = isLocale(locale) ? await starredAgenda(slug, token, now()) : undefined;
  if (!kept || !isLocale(locale)) return notFound();
  const name = `${words(locale, "myAgenda")("title")} · ${pick(kept.agenda.event.title, locale).text}`;
  const answer = await calendarAnswer(request, kept.agenda, locale, { name });
  return kept.revoked ? new Response(answer.body, { status: 410, headers: answer.headers }) : answer;
}

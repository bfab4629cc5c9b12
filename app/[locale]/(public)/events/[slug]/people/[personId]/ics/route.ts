import { exportedAgenda, only, withPerson } from "@/domain/agenda/exported";
import { now } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { calendarAnswer, notFound } from "../../../calendar";

type Context = { params: Promise<{ locale: string; slug: string; personId: string }> };

/** What a person does in a public agenda, as a calendar: only of those who are named there. */
export async function GET(request: Request, { params }: Context) {
  const { locale, slug, personId } = await params;
  const agenda = isLocale(locale) ? await exportedAgenda(slug, now()) : undefined;
  if (!agenda || !isLocale(locale)) return notFound();
  const own = only(agenda, withPerson(personId));
  const [person] = [...own.items, ...own.cancelled]
    .flatMap((item) => item.people)
    .filter((one) => one.id === personId);
  if (!person) return notFound();
  return calendarAnswer(request, own, locale, {
    name: `${person.name} · ${pick(agenda.event.title, locale).text}`,
  });
}

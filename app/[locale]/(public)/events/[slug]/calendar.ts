import "server-only";
import type { Locale } from "@/db/enums";
import { entriesOf } from "@/domain/agenda/calendar";
import type { ExportedAgenda } from "@/domain/agenda/exported";
import { groupProfile } from "@/domain/group/queries";
import { publishedCalendar } from "@/lib/calendar/published";
import { validated } from "@/lib/http/validated";
import { pick } from "@/lib/i18n/pick";

/** Items of a public agenda as a calendar's file; one in which nothing is in force cancels. */
export async function calendarAnswer(
  request: Request,
  agenda: ExportedAgenda,
  locale: Locale,
  { name, cancels = false }: { name: string; cancels?: boolean },
): Promise<Response> {
  const group = await groupProfile();
  const body = publishedCalendar({
    name,
    zone: agenda.event.zone,
    organizer: pick(group.name, locale).text,
    entries: entriesOf(agenda, locale),
    cancels,
  });
  return validated(request, { body, contentType: "text/calendar; charset=utf-8", name: "agenda.ics" });
}

/** What is answered where there is nothing to answer with. */
export const notFound = () => new Response("Not found", { status: 404 });

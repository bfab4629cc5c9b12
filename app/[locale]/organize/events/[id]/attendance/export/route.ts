import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { attendanceOn, countsByDay } from "@/domain/check-ins/queries";
import { eventForOrganizer } from "@/domain/events/organizer-queries";
import { now } from "@/lib/clock";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { Refusal } from "@/lib/refusal";
import { formatClock } from "@/lib/time";
import { dayAsked } from "../day";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The attendance of a day as a CSV file. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, id } = await params;
  const actor = await currentActor();
  const missing = new Response("Not found", { status: 404 });
  if (!isLocale(locale) || !z.uuid().safeParse(id).success || !can(actor, "check-in.list")) return missing;
  const event = await eventForOrganizer(actor, id).catch((error) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (!event) return missing;
  const { days } = await countsByDay(actor, id);
  const day = dayAsked(request.nextUrl.searchParams.get("day"), event, now(), days);
  const [t, enums, people] = await Promise.all([
    getTranslations({ locale, namespace: "door" }),
    getTranslations({ locale, namespace: "enums.participationClass" }),
    attendanceOn(actor, id, day, locale),
  ]);
  return csvFile(
    `attendance-${day}`,
    [
      t("name"),
      t("functionalTitle"),
      t("delegation"),
      t("class"),
      t("cameIn", { zone: event.zone }),
      t("odd"),
    ],
    people.map((person) => [
      person.name,
      person.functionalTitle,
      person.delegation,
      enums(person.class),
      person.since ? formatClock(person.since, event.zone, locale) : "",
      person.conflicts.map(({ conflict }) => t(`conflicts.${conflict as "already_in"}`)).join("; "),
    ]),
  );
}

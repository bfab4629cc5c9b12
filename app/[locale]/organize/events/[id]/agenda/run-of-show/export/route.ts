import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { eventForOrganizer } from "@/domain/events/organizer-queries";
import { runOfShow } from "@/domain/run-of-show/queries";
import { sheetOf } from "@/domain/run-of-show/rules";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { xlsxFile } from "@/lib/table/write-xlsx";
import { dayIn, formatClock } from "@/lib/time";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The run of show as a CSV file or (`as=xlsx`) a spreadsheet; with `owner` the rows of one alone. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, id } = await params;
  const actor = await currentActor();
  const missing = () => new Response("Not found", { status: 404 });
  if (!isLocale(locale) || !z.uuid().safeParse(id).success || !can(actor, "run-of-show.read"))
    return missing();
  const event = await eventForOrganizer(actor, id).catch((error) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (!event) return missing();
  const [t, { rows }] = await Promise.all([
    getTranslations({ locale, namespace: "runOfShow" }),
    runOfShow(actor, id, event.zone),
  ]);
  const owner = request.nextUrl.searchParams.get("owner");
  const { days, untimed } = sheetOf([], owner ? rows.filter((row) => row.owner === owner) : rows, event.zone);
  const inOrder = days.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === "row" ? [line.row] : [])),
  );
  const columns = [
    t("day"),
    t("timeIn", { zone: event.zone }),
    t("cue"),
    t("owner"),
    t("place"),
    t("note"),
    t("minutes"),
    t("item"),
    t("done"),
    t("by"),
  ];
  const cells = [...inOrder, ...untimed].map((row) => [
    row.planned ? dayIn(row.planned, event.zone) : "",
    row.planned ? formatClock(row.planned, event.zone, locale) : "",
    row.cue,
    row.owner,
    row.place,
    row.note,
    row.plannedMinutes === null ? "" : String(row.plannedMinutes),
    row.item ? pick(row.item.title, locale).text : "",
    row.doneAt ? formatClock(row.doneAt, event.zone, locale) : "",
    row.doneByName ?? "",
  ]);
  const name = `run-of-show-${event.slug}`;
  return request.nextUrl.searchParams.get("as") === "xlsx"
    ? xlsxFile(name, columns, cells)
    : csvFile(name, columns, cells);
}

import type { NextRequest } from "next/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { exportParticipations } from "@/domain/participations/export";
import { exportedAnswers } from "@/domain/participations/export-answers";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { Refusal } from "@/lib/refusal";
import { xlsxFile } from "@/lib/table/write-xlsx";
import { participantsAsked } from "../filter";
import { exportTable } from "./table";

type Context = { params: Promise<{ locale: string; id: string }> };

/**
 * The participants that the list's filter names, with what they answered, as a CSV file or (`as=xlsx`) a spreadsheet; with `since=last` only those
 * who have changed since the same person's last export.
 */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, id } = await params;
  const actor = await currentActor();
  const missing = () => new Response("Not found", { status: 404 });
  if (!isLocale(locale) || !z.uuid().safeParse(id).success || !can(actor, "participation.export"))
    return missing();
  const asked = request.nextUrl.searchParams;
  const sinceLast = asked.get("since") === "last";
  const filter = participantsAsked.parse(Object.fromEntries(asked));
  try {
    const rows = await exportParticipations(actor, id, filter, undefined, { sinceLast });
    const given = await exportedAnswers(actor, id, rows);
    const { columns, cells } = exportTable(rows, locale, can(actor, "participation.read-needs"), given);
    return asked.get("as") === "xlsx"
      ? await xlsxFile("participants", columns, cells)
      : csvFile("participants", columns, cells);
  } catch (error) {
    if (error instanceof Refusal) return missing();
    throw error;
  }
}

import type { NextRequest } from "next/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { xlsxFile } from "@/lib/table/write-xlsx";
import { tableHere } from "../cells";

type Context = { params: Promise<{ locale: string; id: string }> };

/** The negotiation table as a CSV file or (`as=xlsx`) a spreadsheet, for whoever may read it in the workspace. */
export async function GET(request: NextRequest, { params }: Context) {
  const { locale, id } = await params;
  const actor = await currentActor();
  if (!isLocale(locale) || !z.uuid().safeParse(id).success || !can(actor, "statement.list"))
    return new Response("Not found", { status: 404 });
  const { columns, rows } = await tableHere(id, locale);
  const cells = rows.map((row) => [
    row.head,
    ...row.cells.map((cell) =>
      [...cell.amendments.map((one) => `${one.number} ${one.text}`), ...cell.lines].join("\n"),
    ),
  ]);
  return request.nextUrl.searchParams.get("as") === "xlsx"
    ? xlsxFile("negotiation", columns, cells)
    : csvFile("negotiation", columns, cells);
}

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { importForOrganizer, importReport } from "@/domain/imports/queries";
import { type ImportResult, remarkParts } from "@/domain/imports/rules";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ locale: string; id: string; importId: string }> };

/** Every row of a list with what became of it and why, as a CSV file in the reader's language. */
export async function GET(_: Request, { params }: Context) {
  const { locale, id, importId } = await params;
  const actor = await currentActor();
  const known = isLocale(locale) && [id, importId].every((part) => z.uuid().safeParse(part).success);
  if (!known || !can(actor, "participation.import")) return new Response("Not found", { status: 404 });
  try {
    const list = await importForOrganizer(actor, id, importId);
    const [t, results, rows] = await Promise.all([
      getTranslations({ locale, namespace: "imports" }),
      getTranslations({ locale, namespace: "enums.importResult" }),
      importReport(actor, importId),
    ]);
    const words = (remark: string) => {
      const parts = remarkParts(remark);
      if (!parts) return [];
      return [t(`remarks.${parts.code}`, { field: parts.field === "row" ? "" : t(`fields.${parts.field}`) })];
    };
    return csvFile(
      "import-report",
      [t("report.number"), t("report.result"), t("report.remarks"), ...list.headers],
      rows.map((row) => [
        String(row.number),
        row.result === "" ? "" : results(row.result as ImportResult),
        row.remarks.flatMap(words).join(" "),
        ...row.cells,
      ]),
    );
  } catch (error) {
    if (error instanceof Refusal) return new Response("Not found", { status: 404 });
    throw error;
  }
}

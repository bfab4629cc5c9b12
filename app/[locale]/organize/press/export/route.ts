import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { pressList } from "@/domain/press-list/queries";
import { csvFile } from "@/lib/csv";
import { isLocale } from "@/lib/i18n/locale";
import { words } from "@/lib/i18n/words";

type Context = { params: Promise<{ locale: string }> };

/** The press list as a CSV file, which can be read in again. */
export async function GET(_: Request, { params }: Context) {
  const [{ locale }, actor] = await Promise.all([params, currentActor()]);
  if (!isLocale(locale) || !can(actor, "press-list.edit")) return new Response("Not found", { status: 404 });
  const t = words(locale, "press.list.headers");
  const rows = await pressList(actor);
  return csvFile(
    "press-list",
    [t("name"), t("outlet"), t("email"), t("locale")],
    rows.map((row) => [row.name, row.outlet, row.email, row.locale]),
  );
}

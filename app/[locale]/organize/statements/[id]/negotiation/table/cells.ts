import "server-only";
import type { Locale } from "@/db/enums";
import { tableOf } from "@/domain/negotiations/table/rules";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { negotiationHere } from "../negotiation";

/** The negotiation table in words: its columns, and for each row its name and what each party has there. */
export async function tableHere(id: string, locale: Locale) {
  const here = await negotiationHere(id);
  const t = words(locale, "negotiation");
  const enums = words(locale, "enums");
  const { parties, latest, amendments, comments, references } = here;
  const names = [
    ...parties.map((one) => ({ id: one.id as string | null, name: pick(one.name, locale).text })),
    { id: null, name: t("table.secretariat") },
  ];
  const number = (one: { number: number }) => t("amendments.number", { number: one.number });
  const rows = tableOf(latest?.paragraphs ?? [], amendments, comments).map((row) => {
    const reference = references.find((one) => one.id === row.paragraphId);
    const old = amendments.find((one) => one.paragraphId === row.paragraphId)?.base[0]?.text ?? "";
    const heads = {
      title: t("table.title_row"),
      beginning: t("table.beginning"),
      paragraph: [reference?.reference, reference?.words].filter(Boolean).join(" "),
      gone: t("table.gone", { words: old.slice(0, 48) }),
    };
    const cells = names.map(({ id: party }) => {
      const cell = row.cells.get(party);
      return {
        party,
        amendments: (cell?.proposes ?? []).map((one) => ({
          id: one.id,
          number: number(one),
          text: `${enums(`amendmentKind.${one.kind}`)}, ${enums(`amendmentState.${one.state}`)}`,
        })),
        lines: [
          ...(cell?.sponsors ?? []).map((one) => t("table.sponsors", { number: one.number })),
          ...(cell?.holds ?? []).map((held) => t("table.holds", { words: held || t("table.noText") })),
          ...(cell?.says ?? []).map((one) => t("table.says", { text: one.text })),
        ],
      };
    });
    return { key: row.key, head: heads[row.kind], cells };
  });
  return { ...here, columns: [t("table.paragraph"), ...names.map(({ name }) => name)], rows };
}

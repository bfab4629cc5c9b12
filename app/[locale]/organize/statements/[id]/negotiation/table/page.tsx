import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { tableHere } from "./cells";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("negotiation");
  return { title: t("table.title") };
}

/** Paragraphs down, parties across: what each has proposed, holds and says. Its heads stay in sight. */
export default async function NegotiationTablePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("negotiation")]);
  const { columns, rows, statement } = await tableHere(id, locale);
  const base = `/${locale}/organize/statements/${id}/negotiation`;
  return (
    <div className="space-y-4">
      <p className="flex flex-wrap gap-4 text-sm">
        <Link className="link" href={base as Route}>
          {t("amendments.back")}
        </Link>
        <a className="link" href={`${base}/table/export?as=xlsx`} download>
          {t("table.xlsx")}
        </a>
        <a className="link" href={`${base}/table/export`} download>
          {t("table.csv")}
        </a>
      </p>
      <h2 className="text-2xl">{t("table.title")}</h2>
      <p className="measure text-muted text-sm">{t("table.lead")}</p>
      {rows.length === 0 ? (
        <EmptyState title={t("table.empty")} />
      ) : (
        <section
          aria-label={t("table.title")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
          tabIndex={0}
          className="relative max-h-[75vh] overflow-auto border-rule border print:max-h-none print:overflow-visible"
        >
          <table className="w-max min-w-full border-collapse text-start text-sm">
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th
                    key={index === 0 ? "paragraph" : `${index}-${column}`}
                    scope="col"
                    className={`sticky top-0 border-edge border-b bg-surface px-3 py-2 text-start align-bottom font-medium text-xs ${index === 0 ? "z-20 sm:left-0" : "z-10"}`}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th
                    scope="row"
                    lang={statement.authenticLocale}
                    className="z-10 w-56 max-w-56 break-words border-rule border-b bg-surface px-3 py-2 text-start align-top font-normal sm:sticky sm:left-0"
                  >
                    {row.head}
                  </th>
                  {row.cells.map((cell) => (
                    <td
                      key={cell.party ?? "secretariat"}
                      className="max-w-72 space-y-1 break-words border-rule border-b px-3 py-2 align-top"
                    >
                      {cell.amendments.map((one) => (
                        <p key={one.id}>
                          <Link className="link" href={`${base}/${one.id}` as Route}>
                            {one.number}
                          </Link>{" "}
                          {one.text}
                        </p>
                      ))}
                      {cell.lines.map((line, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity but their place.
                        <p key={index} className="line-clamp-4 text-muted">
                          {line}
                        </p>
                      ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

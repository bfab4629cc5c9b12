import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ViewName, viewNames } from "@/domain/statements/views/rules";
import { ListFilter } from "../../list/list-filter";
import { PrintButton } from "../../ui/print-button";

type Props = {
  /** The address of the revision. */
  base: string;
  view: ViewName;
  against: string | undefined;
  /** The other revisions, to compare with. */
  others: { value: string; label: string }[];
  children: ReactNode;
};

/** The ways to look at a revision, each with its own address, what to take away, and the text below. */
export function Views({ base, view, against, others, children }: Props) {
  const t = useTranslations("statements.views");
  const query = against ? `?against=${against}` : "";
  const files = [
    ["docx", t("word")],
    ["pdf", t("pdf")],
    ["md", t("markdown")],
    ["txt", t("plain")],
  ] as const;
  return (
    <div className="space-y-6">
      <nav aria-label={t("label")} className="print:hidden">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {viewNames.map((name) => (
            <li key={name}>
              <a
                href={`${base}?view=${name}`}
                aria-current={name === view && !against ? "page" : undefined}
                className="link inline-block py-1 aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {t(`names.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {others.length > 0 && (
        <ListFilter
          filters={[
            { name: "against", label: t("against"), value: against, any: t("nothing"), choices: others },
          ]}
          keep={{ view }}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm print:hidden">
        {files.map(([as, text]) => (
          <a
            key={as}
            className="link py-1"
            href={`${base}/export.${as}${as === "docx" ? query : ""}`}
            download
          >
            {as === "docx" && against ? t("tracked") : text}
          </a>
        ))}
        <PrintButton>{t("print")}</PrintButton>
      </div>
      {/* On paper no paragraph is torn in two. */}
      <div className="print:[&_div.grid]:break-inside-avoid print:[&_p]:break-inside-avoid">{children}</div>
    </div>
  );
}

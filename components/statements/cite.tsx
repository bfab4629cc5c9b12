import { useTranslations } from "next-intl";

/** How a statement is cited, and where programs read it. */
export function Cite({ citation, json, pdf }: { citation: string; json: string; pdf: string }) {
  const t = useTranslations("statements");
  return (
    <div className="space-y-3 text-sm">
      <p className="measure [overflow-wrap:anywhere]">{citation}</p>
      <p className="flex flex-wrap gap-x-4 print:hidden">
        <a className="link inline-block min-h-6" href={pdf}>
          {t("pdf")}
        </a>
        <a className="link inline-block min-h-6" href={json}>
          {t("publishing.json")}
        </a>
      </p>
    </div>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { kindOfFile, type Papers } from "@/domain/item-documents/rules";
import { langOf, pick } from "@/lib/i18n/pick";

type Props = {
  papers: Papers & { itemId: string };
  /** The address under which documents and minutes are read: of the event, the personal page or the desk. */
  base: string;
};

/** What hangs on an item of the agenda: its documents, and its minutes once they are published. */
export function ItemPapers({ papers, base }: Props) {
  const locale = useLocale();
  const t = useTranslations("papers");
  return (
    <ul className="space-y-0.5 pt-1 text-sm print:hidden">
      {papers.documents.map((document) => {
        const title = pick(document.title, locale);
        return (
          <li key={document.id}>
            <a
              className="link"
              href={`${base}/documents/${document.id}`}
              download
              lang={langOf(title, locale)}
            >
              {title.text}
            </a>{" "}
            <span className="text-muted text-xs">
              {t("file", { kind: kindOfFile(document.contentType), kilobytes: kilobytes(document.size) })}
            </span>
          </li>
        );
      })}
      {papers.minutes && (
        <li>
          <Link className="link" href={`${base}/minutes/${papers.itemId}` as Route}>
            {t("minutes")}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** A size as people read it: never nought. */
const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1_000));

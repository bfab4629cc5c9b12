import Link from "next/link";
import { useTranslations } from "next-intl";
import { query } from "@/lib/list";

type Props = { total: number; page: number; size: number; current: Record<string, string | undefined> };

/** How many there are, and the way to the next and the last page. */
export function Pager({ total, page, size, current }: Props) {
  const t = useTranslations("common.list");
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <nav aria-label={t("pages")} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <span className="text-muted" role="status">
        {t("count", { count: total })}
      </span>
      {pages > 1 && (
        <>
          <span className="text-muted">{t("page", { page, pages })}</span>
          {page > 1 && (
            <Link className="link" rel="prev" href={query(current, { page: page - 1 }) as never}>
              {t("previous")}
            </Link>
          )}
          {page < pages && (
            <Link className="link" rel="next" href={query(current, { page: page + 1 }) as never}>
              {t("next")}
            </Link>
          )}
        </>
      )}
    </nav>
  );
}

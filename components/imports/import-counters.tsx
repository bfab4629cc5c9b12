import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ImportResult, importResults } from "@/domain/imports/rules";
import { StatusBadge } from "../status-badge";
import { cn } from "../ui/cn";

type Props = {
  counts: Record<ImportResult, number>;
  total: number;
  /** The result whose rows are shown; none shows all. */
  open: ImportResult | undefined;
  base: string;
};

/** How many rows come to what, each a way to those rows alone. */
export function ImportCounters({ counts, total, open, base }: Props) {
  const t = useTranslations("imports");
  const cell = (chosen: boolean) =>
    cn(
      "flex min-h-10 items-center gap-2 border px-3 py-1.5 text-sm",
      chosen ? "border-accent bg-sunken" : "border-rule hover:border-edge",
    );
  return (
    <nav aria-label={t("counters")}>
      <ul className="flex flex-wrap gap-2">
        <li>
          <Link className={cell(!open)} href={base as Route} aria-current={open ? undefined : "true"}>
            {t("all")} <span className="font-medium tabular-nums">{t("number", { count: total })}</span>
          </Link>
        </li>
        {importResults.map((result) => (
          <li key={result}>
            <Link
              className={cell(open === result)}
              href={`${base}?result=${result}` as Route}
              aria-current={open === result ? "true" : undefined}
            >
              <StatusBadge of="importResult" state={result} />
              <span className="font-medium tabular-nums">{t("number", { count: counts[result] })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { dayIn, formatDay } from "@/lib/time";

type Edition = { edition: number; publicFrom: Date; zone: string; changeNote: string; major: boolean };

/** Every edition of a text that may be read, with what each changed; only where there is more than one. */
export function Editions({ editions, base }: { editions: Edition[]; base: string }) {
  const t = useTranslations("statements.publishing");
  const locale = useLocale();
  return (
    <ol className="text-sm">
      {editions.toReversed().map((one, index) => (
        <li key={one.edition} className="border-rule border-t py-2">
          <Link
            className="link inline-block min-h-6"
            href={(index === 0 ? base : `${base}/editions/${one.edition}`) as Route}
          >
            {t("editionOf", { number: one.edition, day: formatDay(dayIn(one.publicFrom, one.zone), locale) })}
          </Link>
          {index === 0 && ` · ${t("present")}`}
          {one.edition === 1 && ` · ${t("first")}`}
          {!one.major && ` · ${t("minor")}`}
          {one.changeNote && <span className="block text-muted">{one.changeNote}</span>}
        </li>
      ))}
    </ol>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Found, FoundKind, Part } from "@/domain/search/rules";
import { PeriodMarks } from "../periods/period-banner";

const rooms: Record<FoundKind, string> = {
  event: "events/",
  agenda_item: "events/",
  statement: "statements/",
  announcement: "news/",
  member: "members/",
  commitment: "members/",
  // A person has no page: the one that names them is given whole.
  person: "",
};

/** What a search found, best first. */
export function FoundList({ found }: { found: readonly Found[] }) {
  const t = useTranslations("search.kinds");
  const locale = useLocale();
  return (
    <ol>
      {found.map((one) => {
        const lang = one.locale === locale ? undefined : one.locale;
        return (
          <li key={`${one.kind} ${one.id}`} className="border-rule border-t py-4">
            <p className="text-muted text-xs">{t(one.kind)}</p>
            <h3 className="mt-0.5 text-lg leading-snug">
              <Link
                className="link-quiet"
                lang={lang}
                href={`/${locale}/${rooms[one.kind]}${one.slug}` as Route}
              >
                <Marked parts={one.title} />
              </Link>
            </h3>
            {one.snippet.length > 0 && (
              <p lang={lang} className="measure mt-1 text-sm">
                <Marked parts={one.snippet} />
              </p>
            )}
            <div className="mt-1.5 empty:hidden">
              <PeriodMarks periods={one.periods} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** A text with what was searched for marked. */
function Marked({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ text, hit, from }) =>
    hit ? (
      <mark key={from} className="bg-warning-soft text-inherit">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FacetValue } from "@/domain/search/rules";
import { query } from "@/lib/list";
import { cn } from "../ui/cn";

export type Facet = {
  /** Its name in the address, and in the messages. */
  name: "kind" | "year" | "tag" | "member";
  value: string | undefined;
  values: FacetValue[];
};

type Props = { facets: Facet[]; current: Record<string, string | undefined> };

/** What the answers can be narrowed to, with how many there are of each: links, so that a search can be passed on. */
export function FacetList({ facets, current }: Props) {
  const t = useTranslations("search");
  const offered = facets.filter(({ value, values }) => value !== undefined || values.length > 1);
  if (offered.length === 0) return null;
  return (
    <nav
      aria-label={t("narrow")}
      className="mb-6 grid gap-x-6 gap-y-3 border-rule border-y py-3 text-sm md:grid-cols-4"
    >
      {offered.map(({ name, value, values }) => (
        <details key={name} open={value !== undefined || undefined} className="min-w-0">
          <summary className="link inline-block min-h-6 cursor-pointer font-medium">
            {t(`facets.${name}`)}
          </summary>
          <ul className="mt-1">
            {value !== undefined && (
              <li>
                <Link
                  className="link inline-block min-h-6"
                  href={query(current, { [name]: undefined }) as never}
                >
                  {t("any")}
                </Link>
              </li>
            )}
            {values.map((one) => {
              const chosen = one.value === value;
              return (
                <li key={one.value}>
                  <Link
                    className={cn(
                      "inline-block min-h-6 break-words",
                      chosen ? "font-semibold" : "link-quiet",
                    )}
                    aria-current={chosen ? "true" : undefined}
                    rel="nofollow"
                    href={query(current, { [name]: one.value }) as never}
                  >
                    {one.label} <span className="text-muted">({one.count})</span>
                  </Link>
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </nav>
  );
}

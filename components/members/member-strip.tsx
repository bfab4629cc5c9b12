import type { Route } from "next";
import Link from "next/link";
import { useLocale } from "next-intl";
import type { Localized, OrganisationKind } from "@/db/enums";
import { byKind } from "@/domain/organisations/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { MemberMark } from "./member-mark";

type Member = { slug: string; kind: OrganisationKind; name: Localized; country: string | null };

/** The members at a glance: flags and initials, kind by kind in the order of names; each says its name and leads to it. */
export function MemberStrip({ members, label }: { members: readonly Member[]; label: string }) {
  const locale = useLocale();
  const named = members
    .map((member) => ({ ...member, said: pick(member.name, locale) }))
    .toSorted((a, b) => a.said.text.localeCompare(b.said.text, locale));
  return (
    <ul aria-label={label} className="relative flex flex-wrap gap-2">
      {byKind(named).flatMap(({ items }) =>
        items.map(({ slug, kind, country, said }) => (
          <li key={slug}>
            <Link
              href={`/${locale}/members/${slug}` as Route}
              title={said.text}
              className="flex size-9 items-center hover:bg-accent-soft"
            >
              <MemberMark kind={kind} country={country} name={said.text} />
              <span lang={langOf(said, locale)} className="sr-only">
                {said.text}
              </span>
            </Link>
          </li>
        )),
      )}
    </ul>
  );
}

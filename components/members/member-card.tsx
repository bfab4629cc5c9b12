import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, OrganisationKind, Sector } from "@/db/enums";
import type { Spell } from "@/domain/members/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { formatPreciseDay } from "@/lib/time";
import { MemberMark } from "./member-mark";

type Props = {
  member: {
    slug: string;
    kind: OrganisationKind;
    name: Localized;
    country: string | null;
    sectors: Sector[];
  };
  /** The spell under way on the day of the directory. */
  spell: Spell | undefined;
};

/** A member in the directory: its flag or initials, its name, its sectors, and when it joined. */
export function MemberCard({ member, spell }: Props) {
  const locale = useLocale();
  const t = useTranslations("members");
  const sector = useTranslations("enums.sector");
  const name = pick(member.name, locale);
  const joined = spell && formatPreciseDay(spell.joinedOn, spell.joinedPrecision, locale);
  return (
    <li className="flex gap-3 border-rule border-t py-3 [overflow-wrap:anywhere]">
      <MemberMark kind={member.kind} country={member.country} name={name.text} className="mt-0.5" />
      <div className="min-w-0">
        <Link
          href={`/${locale}/members/${member.slug}` as Route}
          lang={langOf(name, locale)}
          className="link-quiet inline-block min-h-6 font-medium leading-snug"
        >
          {name.text}
        </Link>
        <p className="text-muted text-sm">
          {member.sectors.length > 0 && (
            <span className="block">{member.sectors.map((one) => sector(one)).join(", ")}</span>
          )}
          {joined && (
            <time dateTime={spell.joinedOn}>
              {t(spell.joinedPrecision === "by" ? "joinedBy" : "joined", { day: joined })}
            </time>
          )}
        </p>
      </div>
    </li>
  );
}

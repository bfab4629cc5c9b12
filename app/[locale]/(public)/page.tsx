import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AnnouncementLine } from "@/components/announcements/announcement-line";
import { EventLine } from "@/components/events/event-line";
import { useCountWords } from "@/components/members/counts";
import { MemberStrip } from "@/components/members/member-strip";
import { StatementLine } from "@/components/statements/statement-line";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { latestAnnouncements } from "@/domain/announcements/queries";
import { nextPublicEvent } from "@/domain/events/queries";
import { groupProfile } from "@/domain/group/queries";
import { publicDirectory } from "@/domain/members/queries";
import type { Counts } from "@/domain/members/rules";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { pageMetadata } from "@/lib/seo";
import { dayIn, formatDay } from "@/lib/time";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, group] = await Promise.all([getLocale(), groupProfile()]);
  const [name, about] = [pick(group.name, locale).text, pick(group.boilerplate, locale).text];
  return {
    ...pageMetadata({ title: name, description: about, path: "", locale }),
    title: { absolute: name },
  };
}

/** The group at a glance: what comes next, what it last said, and who belongs to it. */
export default async function HomePage() {
  const at = now();
  const [t, locale, group] = await Promise.all([getTranslations("home"), getLocale(), groupProfile()]);
  const today = dayIn(at, group.zone);
  const [event, [statement], news, { members, counts }] = await Promise.all([
    nextPublicEvent(at),
    publicStatements(at),
    latestAnnouncements(locale, at, 3),
    publicDirectory(today, at),
  ]);
  const about = pick(group.boilerplate, locale);
  return (
    <div className="space-y-12">
      <header className="max-w-3xl">
        <h1 className="text-4xl">{pick(group.name, locale).text}</h1>
        <p lang={langOf(about, locale)} className="prose mt-4">
          {about.text}
        </p>
      </header>
      {members.length > 0 && (
        <Section title={t("members")} aside={<More href={`/${locale}/members`}>{t("allMembers")}</More>}>
          <p className="mb-4 text-sm">
            <CountWords counts={counts} /> {t("asOf", { day: formatDay(today, locale) })}
          </p>
          <MemberStrip members={members} label={t("members")} />
        </Section>
      )}
      <Section title={t("next")} aside={<More href={`/${locale}/events`}>{t("allEvents")}</More>}>
        {event ? (
          <ul>
            <EventLine event={event} />
          </ul>
        ) : (
          <EmptyState title={t("none")} />
        )}
      </Section>
      {statement && (
        <Section
          title={t("latestStatement")}
          aside={<More href={`/${locale}/statements`}>{t("allStatements")}</More>}
        >
          <ul>
            <StatementLine statement={statement} />
          </ul>
        </Section>
      )}
      {news.length > 0 && (
        <Section title={t("news")} aside={<More href={`/${locale}/news`}>{t("allNews")}</More>}>
          <ul>
            {news.map((piece) => (
              <AnnouncementLine key={piece.id} announcement={piece} zone={group.zone} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function CountWords({ counts }: { counts: Counts }) {
  return useCountWords()(counts);
}

function More({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link" href={href as Route}>
      {children}
    </Link>
  );
}

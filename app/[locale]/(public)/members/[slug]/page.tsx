import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CommitmentList } from "@/components/commitments/commitment-list";
import { EventLine } from "@/components/events/event-line";
import { AnnouncementList } from "@/components/members/announcement-list";
import { EndorsedList } from "@/components/members/endorsed-list";
import { MemberFacts } from "@/components/members/member-facts";
import { MemberLogo } from "@/components/members/member-logo";
import { MemberMark } from "@/components/members/member-mark";
import { OfficeHolders } from "@/components/members/office-holders";
import { SpellList } from "@/components/members/spell-list";
import { Standing } from "@/components/members/spell-words";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { publicAnnouncementsOfOrganisation } from "@/domain/announcements/of-organisation";
import { publicCommitmentsOf } from "@/domain/commitments/queries";
import { publicEventsAttendedBy } from "@/domain/events/attended";
import { publicEventsHostedBy } from "@/domain/events/queries";
import { groupProfile } from "@/domain/group/queries";
import { publicMember, publicMembers } from "@/domain/members/queries";
import { countsOn } from "@/domain/members/rules";
import { publicOfficesOf } from "@/domain/people/queries";
import { statementsEndorsedBy } from "@/domain/positions/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const member = await publicMember(slug, now());
  if (!member) return {};
  const title = pick(member.name, locale).text;
  return pageMetadata({ title, path: `/members/${slug}`, locale, picture: title });
}

/** A member: since when and under which names, who speaks for it, what it hosted, attended, endorsed and promised. */
export default async function MemberPage({ params }: Props) {
  const at = now();
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const member = await publicMember(slug, at);
  if (!member) notFound();
  const [t, kinds, group, all, hosted] = await Promise.all([
    getTranslations("members"),
    getTranslations("enums.organisationKind"),
    groupProfile(),
    publicMembers(at),
    publicEventsHostedBy(member.id, at),
  ]);
  const today = dayIn(at, group.zone);
  const [holders, endorsed, pieces, attended, commitments] = await Promise.all([
    publicOfficesOf(member.id, today),
    statementsEndorsedBy(member.id, today, at),
    publicAnnouncementsOfOrganisation(member.id, at),
    publicEventsAttendedBy(member.id, at),
    publicCommitmentsOf(member.id, at),
  ]);
  const name = pick(member.name, locale);
  const spells = member.spells.map((spell) => ({ ...spell, counts: countsOn(all, spell.joinedOn) }));
  return (
    <article className="space-y-10">
      <div>
        <PageHeading
          title={name.text}
          mark={
            <>
              {(!member.logo || member.kind === "country") && (
                <MemberMark
                  kind={member.kind}
                  country={member.country}
                  name={name.text}
                  className="size-12"
                />
              )}
              {member.logo && <MemberLogo logo={member.logo} page={`/${locale}/members/${slug}`} />}
            </>
          }
          lang={langOf(name, locale)}
          above={
            <>
              <Link href={`/${locale}/members` as Route} className="link">
                {t("title")}
              </Link>
              {" · "}
              {kinds(member.kind)}
            </>
          }
          below={<Standing spells={member.spells} day={today} />}
        />
        <MemberFacts member={member} />
      </div>
      <Section title={t("spells")}>
        <SpellList spells={spells} day={today} />
      </Section>
      {holders.length > 0 && (
        <Section title={t("offices")}>
          <p className="mb-4 text-muted text-sm">{t("officesLead")}</p>
          <OfficeHolders holders={holders} />
        </Section>
      )}
      {pieces.length > 0 && (
        <Section title={t("announcements")}>
          <AnnouncementList pieces={pieces} zone={group.zone} />
        </Section>
      )}
      {endorsed.length > 0 && (
        <Section title={t("statements")}>
          <EndorsedList statements={endorsed} />
        </Section>
      )}
      {commitments.length > 0 && (
        <Section title={t("commitments")}>
          <CommitmentList commitments={commitments} ownerId={member.id} today={today} />
        </Section>
      )}
      {hosted.length > 0 && (
        <Section title={t("hosted")}>
          <ol>
            {hosted.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ol>
        </Section>
      )}
      {attended.length > 0 && (
        <Section title={t("attended")}>
          <p className="mb-4 text-muted text-sm">{t("attendedLead")}</p>
          <ol>
            {attended.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ol>
        </Section>
      )}
    </article>
  );
}

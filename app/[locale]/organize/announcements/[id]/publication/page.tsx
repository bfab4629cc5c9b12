import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { createPressLinkAction, revokePressLinkAction, sendToListAction } from "@/app/_request/press-links";
import { PublishStep, WithdrawStep } from "@/components/announcements/publication-steps";
import { EarlyAccess } from "@/components/press/early-access";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { editionsOf } from "@/domain/announcements/organizer-queries";
import { obstaclesToPublishing } from "@/domain/announcements/rules";
import { peopleQuoted } from "@/domain/announcements/text/rules";
import { groupProfile } from "@/domain/group/queries";
import { mayBeNamed } from "@/domain/people/rules";
import { pressLinksOf } from "@/domain/press-links/queries";
import { underEmbargo } from "@/domain/press-links/rules";
import { listWithoutLink } from "@/domain/press-links/send-to-list";
import { publicationState } from "@/domain/statements/rules";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";
import { publishAnnouncementAction, withdrawAnnouncementAction } from "../../actions";
import { announcementHere } from "../announcement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements");
  return { title: t("tabs.publication") };
}

/** What each language is to the public, and the steps from there. */
export default async function AnnouncementPublicationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const at = now();
  const { actor, announcement } = await announcementHere(id);
  const { latest, publications, spells } = announcement;
  const ids = locales.map((one) => latest[one]?.id);
  const [t, enums, locale, group, { editions, speakers }, links, waiting] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("enums"),
    getLocale(),
    groupProfile(),
    editionsOf(actor, id, ids),
    pressLinksOf(actor, { of: "announcement", id }, at),
    listWithoutLink(actor, { of: "announcement", id }),
  ]);
  const zone = announcement.event?.zone ?? group.zone;
  const announced = spells.filter((spell) => !spell.publicFrom || spell.publicFrom > at);
  const names =
    announcement.kind === "new_member" ? announced.map((spell) => pick(spell.name, locale).text) : [];
  const nameable = new Set(
    speakers.filter((one) => mayBeNamed(one, one.held, dayIn(at, group.zone))).map((one) => one.id),
  );
  const states = locales.map((lang) => {
    const edition = editions.find((one) => one.locale === lang);
    const live = publications.find((one) => one.locale === lang && !one.withdrawnAt);
    const last = publications.filter((one) => one.locale === lang).at(-1);
    const facts = {
      kind: announcement.kind,
      latest: edition,
      liveRevisionId: live?.revisionId,
      memberships: spells,
      nameable,
    };
    // Who may be named is asked of the day it becomes public, which is not chosen yet: only the verb can say.
    const known = new Set(speakers.map((one) => one.id));
    const lost = edition && peopleQuoted([edition.body]).some((person) => !known.has(person));
    const obstacles = obstaclesToPublishing(facts).filter((code) => code !== "speaker_not_nameable" || lost);
    return { lang, language: enums(`locale.${lang}`), edition, live, last, obstacles };
  });
  const ready = states.filter((one) => one.edition && one.obstacles.length === 0);
  const common = { id, revision: announcement.revision, zone, names, action: publishAnnouncementAction };
  const embargoed = underEmbargo(publications, at).length > 0;
  const mayPublish = can(actor, "announcement.publish");
  return (
    <div className="space-y-10">
      {mayPublish && ready.length === locales.length && (
        <PublishStep
          key={ready.map((one) => one.edition?.id).join()}
          {...common}
          languages={ready.map((one) => one.lang)}
          label={t("publish.both")}
          seen={ready.flatMap((one) => one.edition?.id ?? [])}
          obstacles={[]}
        />
      )}
      {states.map(({ lang, language, edition, live, last, obstacles }) => {
        const state = publicationState(last, at);
        return (
          <Section
            key={lang}
            title={<span className="inline-block first-letter:uppercase">{language}</span>}
            aside={<StatusBadge of="publicationState" state={state} />}
          >
            <div className="space-y-4">
              {live && (
                <p className="text-sm">
                  {t("publicFrom")} <Time at={live.publicFrom} zone={zone} />{" "}
                  {state === "published" && (
                    <Link className="link" href={`/${lang}/news/${announcement.slug}` as Route}>
                      {t("publicPage")}
                    </Link>
                  )}
                </p>
              )}
              {last?.withdrawnAt && (
                <p className="measure text-sm">{t("withdrawnBecause", { reason: last.withdrawalReason })}</p>
              )}
              <div className="flex flex-wrap items-start gap-2">
                {mayPublish && obstacles.join() !== "already_public" && (
                  <PublishStep
                    key={edition?.id}
                    {...common}
                    languages={[lang]}
                    label={t("publish.button", { language })}
                    seen={edition ? [edition.id] : []}
                    obstacles={obstacles}
                  />
                )}
                {live && can(actor, "announcement.withdraw") && (
                  <WithdrawStep
                    key={live.id}
                    id={id}
                    publicationId={live.id}
                    language={language}
                    embargoed={state === "embargoed"}
                    names={names}
                    action={withdrawAnnouncementAction}
                  />
                )}
              </div>
            </div>
          </Section>
        );
      })}
      {can(actor, "press-link.create") && (embargoed || links.length > 0) && (
        <EarlyAccess
          target={{ of: "announcement", id }}
          links={links}
          zone={zone}
          embargoed={embargoed}
          waiting={waiting}
          actions={{
            create: createPressLinkAction,
            revoke: revokePressLinkAction,
            sendToList: sendToListAction,
          }}
        />
      )}
    </div>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/agenda/change-list";
import { ConflictList } from "@/components/agenda/conflict-list";
import { ReleaseDialog } from "@/components/agenda/release-dialog";
import { ReleaseList } from "@/components/agenda/release-list";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { findings } from "@/domain/agenda/findings";
import { nextRelease, releasesOf } from "@/domain/agenda/organizer-releases";
import { placed } from "@/domain/agenda/queries";
import { situationOf } from "@/domain/agenda/situation";
import { now } from "@/lib/clock";
import { regional } from "@/lib/i18n/region";
import { eventHere } from "../../event";
import { releaseAction, releaseAgainAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda.release");
  return { title: t("releases") };
}

/** What a release would change now, what holds it back, whom it reaches; and the releases there are. */
export default async function ReleasesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.release")) notFound();
  const [t, locale, next, releases, situation] = await Promise.all([
    getTranslations("agenda.release"),
    getLocale(),
    nextRelease(actor, id),
    releasesOf(actor, id),
    situationOf(actor, event),
  ]);
  const hard = findings(placed(next.draft), situation).filter((one) => event.hardFindings.includes(one.kind));
  const open = event.cancelledAt === null;
  const tells = event.announcedAt !== null && open && event.endsAt > now();
  const { number } = next;
  return (
    <div className="space-y-8">
      {!event.announcedAt && <Notice>{t("notAnnounced")}</Notice>}
      {!open && <Notice tone="warning">{t("cancelled")}</Notice>}
      {open && (
        <Section title={t("next", { number })}>
          {next.changes.length === 0 ? (
            <p className="text-muted text-sm">{t("nothing")}</p>
          ) : (
            <>
              <ConflictList
                findings={hard}
                hard={event.hardFindings}
                title={t("heldBack")}
                items={next.draft}
                delegations={situation.delegations}
                zone={event.zone}
                base={`/${locale}/organize/events/${id}/agenda`}
              />
              {next.unasked.length > 0 && (
                <Notice className="mb-4">
                  {t("unasked", { names: new Intl.ListFormat(regional(locale)).format(next.unasked) })}
                </Notice>
              )}
              <ChangeList changes={next.changes} zone={event.zone} />
              {hard.length === 0 && (
                <div className="mt-4">
                  <ReleaseDialog
                    key={`${next.after} ${next.seen}`}
                    values={{ eventId: id, after: next.after, seen: next.seen }}
                    number={number}
                    consequence={
                      <>
                        <p>{t("consequence", { number, changes: next.changes.length })}</p>
                        <p>
                          {tells
                            ? t("told", {
                                count: next.told.length,
                                names: new Intl.ListFormat(regional(locale)).format(next.told),
                              })
                            : t("notTold")}
                          {tells &&
                            next.unreachable > 0 &&
                            ` ${t("unreachable", { count: next.unreachable })}`}
                        </p>
                      </>
                    }
                    action={releaseAction}
                  />
                </div>
              )}
            </>
          )}
        </Section>
      )}
      <Section title={t("releases")}>
        {releases.length === 0 ? (
          <p className="text-muted text-sm">{t("none")}</p>
        ) : (
          <ReleaseList
            releases={releases}
            latest={next.after}
            event={event}
            address={event.announcedAt ? `/${locale}/events/${event.slug}/agenda` : undefined}
            again={open ? releaseAgainAction : undefined}
          />
        )}
      </Section>
    </div>
  );
}

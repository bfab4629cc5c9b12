import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Differences } from "@/components/participant-lists/differences";
import { ListBody } from "@/components/participant-lists/list-body";
import { ListSteps } from "@/components/participant-lists/list-steps";
import { VersionsTable } from "@/components/participant-lists/versions-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { listForOrganizer } from "@/domain/participant-lists/queries";
import { differences, obstaclesToPublishingList } from "@/domain/participant-lists/rules";
import { now } from "@/lib/clock";
import { eventHere } from "../event";
import { publishListAction, withdrawListAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participantList");
  return { title: t("title") };
}

/** The public list of participants: what would be published now, what that changes, and every version there was. */
export default async function ListPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "participant-list.publish")) notFound();
  const [t, locale, { entries, digest, last, versions }] = await Promise.all([
    getTranslations("participantList"),
    getLocale(),
    listForOrganizer(actor, id),
  ]);
  const obstacles = obstaclesToPublishingList(event, entries, last, now());
  const open = versions.filter((version) => !version.withdrawnAt).length;
  return (
    <div className="space-y-8">
      <div className="space-y-4">
        <h2 className="text-2xl">{t("title")}</h2>
        <p className="measure text-sm">{t("lead")}</p>
        <p className="text-sm">{last ? t("isPublic", { versions: open }) : t("isNotPublic")}</p>
        {obstacles.length > 0 && (
          <Notice tone={obstacles[0] === "no_changes" ? "info" : "warning"} title={t("notYet")}>
            <ul className="list-disc ps-5">
              {obstacles.map((code) => (
                <li key={code}>{t(`obstacles.${code}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <ListSteps
          eventId={id}
          preview={{ digest, people: entries.length, number: (versions[0]?.number ?? 0) + 1 }}
          may={{
            publish: obstacles.length === 0,
            withdraw: open > 0 && can(actor, "participant-list.withdraw"),
          }}
          versions={open}
          publish={publishListAction}
          withdraw={withdrawListAction}
        />
      </div>
      {last && (
        <Section title={t("differences.title")}>
          <Differences of={differences(last, entries)} />
        </Section>
      )}
      {versions.length > 0 && (
        <Section title={t("versions")}>
          <VersionsTable
            versions={versions}
            zone={event.zone}
            href={`/${locale}/events/${event.slug}/participants`}
          />
        </Section>
      )}
      <Section title={t("preview")} aside={t("people", { count: entries.length })}>
        {entries.length === 0 ? (
          <EmptyState title={t("nobody")}>{t("nobodyText")}</EmptyState>
        ) : (
          <ListBody entries={entries} level={3} />
        )}
      </Section>
    </div>
  );
}

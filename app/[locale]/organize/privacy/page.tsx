import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { ErasureSteps } from "@/components/privacy/erasure-steps";
import { RetentionRun } from "@/components/privacy/retention-run";
import { Time } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { dueForErasure, erasureRequestsOpen, retentionReport } from "@/domain/privacy/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { eraseAction, refuseErasureAction, retainAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

/** Who asks to be erased, what is due, and what was erased. */
export default async function PrivacyPage() {
  const actor = await organizer();
  if (!can(actor, "privacy.report")) notFound();
  const [t, locale, { zone }, requests, due, runs] = await Promise.all([
    getTranslations("privacy"),
    getLocale(),
    groupProfile(),
    erasureRequestsOpen(actor),
    dueForErasure(actor, now()),
    retentionReport(actor),
  ]);
  const total = due.reduce((sum, row) => sum + row.count, 0);
  return (
    <div className="space-y-10">
      <PageHeading title={t("title")} below={t("lead")} />
      <Section title={t("requests")}>
        {requests.length === 0 ? (
          <EmptyState title={t("noRequests")} />
        ) : (
          <ul>
            {requests.map((row) => (
              <li
                key={row.id}
                className="flex flex-wrap items-center gap-x-6 gap-y-2 border-rule border-t py-3"
              >
                <div className="min-w-0 grow">
                  <Link
                    className="link-quiet font-medium"
                    href={`/${locale}/organize/events/${row.eventId}/participants/${row.id}` as Route}
                  >
                    {row.name}
                  </Link>
                  <p className="text-muted text-sm">
                    {pick(row.event, locale).text}. {t("asked")} <Time at={row.askedAt} zone={zone} />
                  </p>
                </div>
                <ErasureSteps id={row.id} name={row.name} erase={eraseAction} refuse={refuseErasureAction} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("due")}>
        <p className="measure mb-4 text-muted text-sm">{t("dueText")}</p>
        {due.length === 0 ? (
          <EmptyState title={t("nothingDue")} />
        ) : (
          <div className="space-y-4">
            <Table label={t("due")}>
              <thead>
                <tr>
                  <Th>{t("event")}</Th>
                  <Th>{t("what")}</Th>
                  <Th>{t("count")}</Th>
                  <Th>{t("since")}</Th>
                </tr>
              </thead>
              <tbody>
                {due.map((row) => (
                  <Tr key={`${row.eventId}${row.kind}`}>
                    <Td>{row.event ? pick(row.event, locale).text : t("noEvent")}</Td>
                    <Td>{t(`kinds.${row.kind}`)}</Td>
                    <Td className="tabular-nums">{row.count}</Td>
                    <Td>
                      <Time at={row.since} zone={zone} />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
            <RetentionRun count={total} action={retainAction} />
          </div>
        )}
      </Section>
      <Section title={t("runs")}>
        {runs.length === 0 ? (
          <EmptyState title={t("noRuns")} />
        ) : (
          <ul className="text-sm">
            {runs.map((run) => (
              <li key={run.id} className="flex flex-wrap gap-x-6 border-rule border-t py-2">
                <Time at={run.ranAt} zone={zone} className="text-muted" />
                <span>{t("erased", { count: run.report.reduce((sum, row) => sum + row.count, 0) })}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { listMailings } from "@/domain/mailings/queries";
import { mailingState, targetOf } from "@/domain/mailings/rules";
import { mailCounts } from "@/domain/outbox/queries";
import { langOf, pick } from "@/lib/i18n/pick";
import { eventHere } from "../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.bulk");
  return { title: t("title") };
}

/** The bulk mails of an event, and whether any of its mails did not arrive. */
export default async function EventMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  const [t, targets, locale, mailings, counts] = await Promise.all([
    getTranslations("mailing.bulk"),
    getTranslations("enums.mailingTarget"),
    getLocale(),
    listMailings(actor, id),
    mailCounts(actor, id),
  ]);
  const base = `/${locale}/organize/events/${id}/mail`;
  const troubled = counts.failed + counts.bounced;
  return (
    <div className="space-y-6">
      {troubled > 0 && (
        <Notice tone="danger" title={t("troubles", { count: troubled })}>
          <Link
            className="link"
            href={`${base}/outbox?state=${counts.failed > 0 ? "failed" : "bounced"}` as Route}
          >
            {t("showTroubles", { count: troubled })}
          </Link>
        </Notice>
      )}
      <Section
        title={t("title")}
        aside={
          <LinkButton look="primary" href={`${base}/bulk/new?state=approved` as Route}>
            {t("new")}
          </LinkButton>
        }
      >
        {mailings.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <Table label={t("title")}>
            <thead>
              <tr>
                <Th>{t("subject")}</Th>
                <Th>{t("to")}</Th>
                <Th>{t("state")}</Th>
                <Th>{t("written")}</Th>
              </tr>
            </thead>
            <tbody>
              {mailings.map((mailing) => {
                const subject = pick(mailing.subject, locale);
                const inAll =
                  mailing.draft + mailing.queued + mailing.sent + mailing.failed + mailing.bounced;
                return (
                  <Tr key={mailing.id}>
                    <Td className="min-w-48">
                      <Link
                        className="link-quiet font-medium"
                        href={`${base}/bulk/${mailing.id}` as Route}
                        lang={langOf(subject, locale)}
                      >
                        {subject.text}
                      </Link>
                    </Td>
                    <Td className="min-w-40">
                      {targets(targetOf(mailing.filter))}
                      <span className="block text-muted text-xs">{t("count", { count: inAll })}</span>
                    </Td>
                    <Td>
                      <StatusBadge of="mailingState" state={mailingState(mailing, mailing.queued)} />
                    </Td>
                    <Td className="tabular-nums">
                      <Time at={mailing.createdAt} zone={event.zone} />
                      <span className="block text-muted text-xs">
                        {t("by", { name: mailing.createdByName })}
                      </span>
                    </Td>
                  </Tr>
                );
              })}
            </tbody>
          </Table>
        )}
      </Section>
    </div>
  );
}

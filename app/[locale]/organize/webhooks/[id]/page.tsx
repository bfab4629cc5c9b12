import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { HistoryList } from "@/components/history/history-list";
import { Pager } from "@/components/list/pager";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { DeliveriesTable } from "@/components/webhooks/deliveries-table";
import { WebhookSteps } from "@/components/webhooks/steps";
import { EditWebhookForm } from "@/components/webhooks/webhook-form";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { id as anId } from "@/domain/input";
import { deliveriesOf, pageSize, webhookForAdmin } from "@/domain/webhooks/queries";
import { pageNumber, type SearchParams } from "@/lib/list";
import { Refusal } from "@/lib/refusal";
import {
  editWebhookAction,
  pauseWebhookAction,
  removeWebhookAction,
  resumeWebhookAction,
  rotateWebhookAction,
  sendAgainAction,
  testWebhookAction,
} from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

const webhookHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "webhook.edit") || !anId.safeParse(id).success) notFound();
  try {
    return { actor, webhook: await webhookForAdmin(actor, id) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { webhook } = await webhookHere((await params).id);
  return { title: webhook.name };
}

/** A system that is told: where and of what, what it was told, and what came back. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const { actor, webhook } = await webhookHere((await params).id);
  const { page } = z.object({ page: pageNumber }).parse(await searchParams);
  const [t, locale, group, { rows, total }, deeds] = await Promise.all([
    getTranslations("webhooks"),
    getLocale(),
    groupProfile(),
    deliveriesOf(actor, webhook.id, page),
    historyOf(actor, ["webhook", webhook.id]),
  ]);
  const { id, revision, name, url, topics, pausedAt } = webhook;
  return (
    <>
      <PageHeading
        title={name}
        above={
          <Link className="link" href={`/${locale}/organize/webhooks` as Route}>
            {t("title")}
          </Link>
        }
      />
      <div className="space-y-10">
        {pausedAt && (
          <Notice tone="warning" title={t("pausedTitle")}>
            <p>
              {t.rich("pausedText", {
                count: webhook.waiting,
                time: () => <Time at={pausedAt} zone={group.zone} />,
              })}
            </p>
          </Notice>
        )}
        <WebhookSteps
          webhook={{ id, revision, name, pausedAt }}
          actions={{
            test: testWebhookAction,
            pause: pauseWebhookAction,
            resume: resumeWebhookAction,
            remove: removeWebhookAction,
            rotate: rotateWebhookAction,
          }}
        />
        <Section title={t("deliveries")}>
          <DeliveriesTable
            rows={rows}
            zone={group.zone}
            paused={pausedAt !== null}
            action={sendAgainAction}
          />
          <Pager total={total} page={page} size={pageSize} current={{}} />
        </Section>
        <Section title={t("facts")}>
          <EditWebhookForm values={{ id, revision, name, url, topics }} action={editWebhookAction} />
        </Section>
        <Section title={t("history")}>
          <HistoryList deeds={deeds} zone={group.zone} />
        </Section>
      </div>
    </>
  );
}

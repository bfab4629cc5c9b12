import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { MailsTable } from "@/components/mails/mails-table";
import { Section } from "@/components/ui/section";
import { mailStates } from "@/db/enums";
import { can } from "@/domain/access/can";
import { listMailings } from "@/domain/mailings/queries";
import { listMails, mailCounts, pageSize } from "@/domain/outbox/queries";
import { pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { eventHere } from "../../event";

const asked = z.object({
  q: searchWords,
  state: oneOf(mailStates),
  mailing: z.uuid().optional().catch(undefined),
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.outbox");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** The mails of one event: waiting, sent, failed, bounced, and drafts. */
export default async function EventOutboxPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "mail.list")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, mails, states, locale, mailings, counts, { rows, total }] = await Promise.all([
    getTranslations("mailing.outbox"),
    getTranslations("mails"),
    getTranslations("enums.mailState"),
    getLocale(),
    listMailings(actor, id),
    mailCounts(actor, id),
    listMails(actor, { ...filter, eventId: id, mailingId: filter.mailing }),
  ]);
  return (
    <Section title={t("title")}>
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "state",
            label: mails("state"),
            value: filter.state,
            any: mails("anyState"),
            choices: mailStates.map((value) => ({ value, label: `${states(value)} (${counts[value]})` })),
          },
          {
            name: "mailing",
            label: t("mailing"),
            value: filter.mailing,
            any: t("anyMailing"),
            choices: mailings.map((one) => ({ value: one.id, label: pick(one.subject, locale).text })),
          },
        ]}
      />
      <MailsTable rows={rows} zone={event.zone} />
      <Pager
        total={total}
        page={filter.page}
        size={pageSize}
        current={{ q: filter.q, state: filter.state, mailing: filter.mailing }}
      />
    </Section>
  );
}

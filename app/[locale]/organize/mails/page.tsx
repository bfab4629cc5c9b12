import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { MailsTable } from "@/components/mails/mails-table";
import { PageHeading } from "@/components/ui/page-heading";
import { mailStates } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listMails, mailEventChoices, pageSize } from "@/domain/outbox/queries";
import { pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";

const someId = z.uuid().optional().catch(undefined);
const asked = z.object({
  q: searchWords,
  state: oneOf(mailStates),
  event: someId,
  mailing: someId,
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mails");
  return { title: t("title") };
}

/** The outbox. */
export default async function MailsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "mail.list")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, states, locale, group, events, { rows, total }] = await Promise.all([
    getTranslations("mails"),
    getTranslations("enums.mailState"),
    getLocale(),
    groupProfile(),
    mailEventChoices(actor),
    listMails(actor, { ...filter, eventId: filter.event, mailingId: filter.mailing }),
  ]);
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "state",
            label: t("state"),
            value: filter.state,
            any: t("anyState"),
            choices: mailStates.map((value) => ({ value, label: states(value) })),
          },
          {
            name: "event",
            label: t("event"),
            value: filter.event,
            any: t("anyEvent"),
            choices: events.map(({ id, name }) => ({ value: id, label: pick(name, locale).text })),
          },
        ]}
        keep={{ mailing: filter.mailing }}
      />
      <MailsTable rows={rows} zone={group.zone} />
      <Pager
        total={total}
        page={filter.page}
        size={pageSize}
        current={{ q: filter.q, state: filter.state, event: filter.event, mailing: filter.mailing }}
      />
    </>
  );
}

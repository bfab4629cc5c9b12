import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { mailStates } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listMails, pageSize } from "@/domain/outbox/queries";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";

const asked = z.object({ q: searchWords, state: oneOf(mailStates), page: pageNumber });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mails");
  return { title: t("title") };
}

/** The outbox. */
export default async function MailsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "mail.list")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, states, locale, group, { rows, total }] = await Promise.all([
    getTranslations("mails"),
    getTranslations("enums.mailState"),
    getLocale(),
    groupProfile(),
    listMails(actor, filter),
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
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")} />
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
            {rows.map((mail) => (
              <Tr key={mail.id}>
                <Td>
                  <Link
                    className="link-quiet font-medium"
                    href={`/${locale}/organize/mails/${mail.id}` as Route}
                  >
                    {mail.subject}
                  </Link>
                </Td>
                <Td>
                  {mail.toName}
                  <span className="block text-muted text-xs">{mail.toAddress}</span>
                </Td>
                <Td>
                  <StatusBadge of="mailState" state={mail.state} />
                  {mail.lastError && <span className="block text-muted text-xs">{mail.lastError}</span>}
                </Td>
                <Td className="tabular-nums">
                  <Time at={mail.createdAt} zone={group.zone} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager
        total={total}
        page={filter.page}
        size={pageSize}
        current={{ q: filter.q, state: filter.state }}
      />
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { InvitationsTable } from "@/components/invitations/invitations-table";
import { InviteDelegations } from "@/components/invitations/invite-delegations";
import { InviteForm } from "@/components/invitations/invite-form";
import { InviteSeveral } from "@/components/invitations/invite-several";
import { RemindAll } from "@/components/invitations/remind-all";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { eventState } from "@/domain/events/rules";
import { listInvitations, nominationReach, pageSize } from "@/domain/invitations/queries";
import { invitationStates } from "@/domain/invitations/rules";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { instantToLocal } from "@/lib/time";
import { eventHere } from "../event";
import {
  inviteAction,
  inviteDelegationsAction,
  inviteSeveralAction,
  remindAction,
  remindAllAction,
  revokeAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

const asked = z.object({ q: searchWords, state: oneOf(invitationStates), page: pageNumber });

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Who is invited, how far each invitation got, and the ways to invite. */
export default async function InvitationsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "invitation.list")) notFound();
  const at = now();
  const filter = asked.parse(await searchParams);
  const [t, enums, locale, { rows, total, counts, dueForReminder }, reach] = await Promise.all([
    getTranslations("invitations"),
    getTranslations("enums"),
    getLocale(),
    listInvitations(actor, id, filter, at),
    nominationReach(actor, event, at),
  ]);
  const state = eventState(event, at);
  const inviting = state === "announced" || state === "under_way";
  const expiresAt = instantToLocal(event.nominationClosesAt ?? event.startsAt, event.zone);
  const common = { eventId: id, zone: event.zone, expiresAt };
  const mayOverride = can(actor, "participation.override");
  return (
    <div className="space-y-10">
      {state === "draft" && <Notice>{t("announceFirst")}</Notice>}
      <div>
        <ListFilter
          q={filter.q}
          filters={[
            {
              name: "state",
              label: t("state"),
              value: filter.state,
              any: t("anyState"),
              choices: invitationStates.map((value) => ({
                value,
                label: `${enums(`invitationState.${value}`)} (${counts[value]})`,
              })),
            },
          ]}
          aside={
            inviting &&
            dueForReminder > 0 && <RemindAll eventId={id} count={dueForReminder} action={remindAllAction} />
          }
        />
        {rows.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <InvitationsTable
            rows={rows.map(({ organisation, ...row }) => ({
              ...row,
              organisation: organisation ? pick(organisation, locale).text : "",
            }))}
            zone={event.zone}
            base={`/${locale}/organize/events/${id}/participants`}
            inviting={inviting}
            remind={remindAction}
            revoke={revokeAction}
          />
        )}
        <Pager
          total={total}
          page={filter.page}
          size={pageSize}
          current={{ q: filter.q, state: filter.state }}
        />
      </div>
      {inviting && (
        <>
          <Section title={t("inviteOne")}>
            <InviteForm {...common} locale={locale} mayOverride={mayOverride} action={inviteAction} />
          </Section>
          <Section title={t("inviteMembers")}>
            <InviteDelegations
              {...common}
              reach={{
                ...reach,
                without: reach.without.map(({ name }) => pick(name, locale).text).toSorted(),
              }}
              action={inviteDelegationsAction}
            />
          </Section>
          <Section title={t("inviteList")}>
            <InviteSeveral
              {...common}
              locale={locale}
              mayOverride={mayOverride}
              action={inviteSeveralAction}
            />
          </Section>
        </>
      )}
    </div>
  );
}

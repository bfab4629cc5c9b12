import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerInvitation } from "@/components/invitations/answer-invitation";
import { NominateInvitation } from "@/components/invitations/nominate-invitation";
import { ClientMessages } from "@/components/layout/client-messages";
import { Time, TimeRange } from "@/components/time";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { inviteeByLink, ownInvitation } from "@/domain/invitations/queries";
import { isOpen } from "@/domain/invitations/rules";
import { publicOrganisationChoices } from "@/domain/members/choices";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import {
  acceptForDelegationAction,
  acceptInvitationAction,
  declineInvitationAction,
  openInvitationAction,
} from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitation");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** An invitation, behind the personal link of its mail: what it is to, and the answer. */
export default async function InvitationPage({ params }: Props) {
  const at = now();
  const [{ token }, locale] = await Promise.all([params, getLocale()]);
  const actor = await inviteeByLink(token);
  if (!actor) notFound();
  const [t, { invitation, event, state, organisation }, organisations] = await Promise.all([
    getTranslations("invitation"),
    ownInvitation(actor, at),
    publicOrganisationChoices(at),
  ]);
  const open = isOpen(state) && !event.cancelledAt;
  const place = [event.venue, pick(event.city, locale).text].filter(Boolean).join(", ");
  return (
    <>
      <PageHeading
        title={t("title")}
        above={
          <Link href={`/${locale}/events/${event.slug}` as Route} className="link">
            {pick(event.title, locale).text}
          </Link>
        }
        below={
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            <TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />
            {place && <span>{place}</span>}
          </span>
        }
      />
      {event.cancelledAt && (
        <Notice tone="danger" title={t("eventCancelled")} className="mb-6">
          {event.cancellationReason}
        </Notice>
      )}
      {open ? (
        <ClientMessages namespaces={["invitation", "registration"]}>
          <div className="mb-8 space-y-2">
            <p className="measure">
              {invitation.delegationId
                ? t("nominateLead", { organisation: pick(organisation, locale).text })
                : t("lead", { name: invitation.name || invitation.email })}
            </p>
            {invitation.guaranteed && <p className="measure">{t("guaranteed")}</p>}
            <p className="measure text-sm">
              {t("until")} <Time at={invitation.expiresAt} zone={event.zone} />.
            </p>
          </div>
          {invitation.delegationId ? (
            <NominateInvitation
              link={token}
              seen={openInvitationAction}
              accept={acceptForDelegationAction}
              decline={declineInvitationAction}
            />
          ) : (
            <AnswerInvitation
              link={token}
              name={invitation.name}
              email={invitation.email}
              organisations={namedChoices(organisations, locale)}
              keptDays={event.needsKeptDays}
              seen={openInvitationAction}
              accept={acceptInvitationAction}
              decline={declineInvitationAction}
            />
          )}
        </ClientMessages>
      ) : (
        <div className="space-y-4">
          <p className="measure" role="status">
            {t(`state.${isOpen(state) ? "revoked" : state}`)}
          </p>
          {state === "accepted" && invitation.delegationId && (
            <LinkButton look="primary" href={`/${locale}/desk` as Route}>
              {t("desk")}
            </LinkButton>
          )}
          {state === "accepted" && !invitation.delegationId && <p className="measure">{t("mailed")}</p>}
        </div>
      )}
    </>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { focalPoint } from "@/app/_request/actor";
import { DelegationCard } from "@/components/delegations/delegation-card";
import { Messages } from "@/components/delegations/messages";
import { EventLine } from "@/components/events/event-line";
import { DeskStatements } from "@/components/negotiation/desk-statements";
import { OpenDecisions } from "@/components/procedures/open-decisions";
import { StatementLine } from "@/components/statements/statement-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { delegationsAtDesk } from "@/domain/delegations/desk-queries";
import { openEvents } from "@/domain/events/queries";
import { groupProfile } from "@/domain/group/queries";
import { statementsAtDesk } from "@/domain/negotiations/desk-queries";
import { nameOf } from "@/domain/organisations/name-of";
import { decisionsAtDesk } from "@/domain/procedures/desk-queries";
import { statementsEndorsedBy } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

/** What is asked of a focal point's organisation: its delegations and messages, open events, statements it stands behind. */
export default async function DeskPage() {
  const at = now();
  const actor = await focalPoint();
  const group = await groupProfile();
  const [t, negotiation, procedures, locale, name, delegations, negotiated, events, statements, decisions] =
    await Promise.all([
      getTranslations("desk"),
      getTranslations("negotiation"),
      getTranslations("procedures.desk"),
      getLocale(),
      nameOf(actor.organisationId),
      delegationsAtDesk(actor, at),
      statementsAtDesk(actor),
      openEvents(at),
      statementsEndorsedBy(actor.organisationId, dayIn(at, group.zone), at),
      decisionsAtDesk(actor, at),
    ]);
  const unread = delegations.filter((delegation) => delegation.unread.length > 0);
  return (
    <div className="space-y-10">
      <PageHeading title={t("title")} below={t("lead", { organisation: pick(name, locale).text })} />
      {decisions.length > 0 && (
        <Section title={procedures("section")}>
          <OpenDecisions decisions={decisions} at={at} />
        </Section>
      )}
      <Section title={t("delegations")}>
        {delegations.length === 0 ? (
          <EmptyState title={t("noDelegations")}>{t("noDelegationsText")}</EmptyState>
        ) : (
          <ul>
            {delegations.map((delegation) => (
              <DelegationCard key={delegation.id} delegation={delegation} />
            ))}
          </ul>
        )}
      </Section>
      {unread.length > 0 && (
        <Section title={t("unread")}>
          <div className="space-y-4">
            {unread.map(({ event, unread: messages }) => {
              const title = pick(event.title, locale);
              return (
                <div key={event.id}>
                  <h3 className="mb-2 text-lg">
                    <Link
                      className="link-quiet"
                      href={`/${locale}/desk/events/${event.id}` as Route}
                      lang={langOf(title, locale)}
                    >
                      {title.text}
                    </Link>
                  </h3>
                  <Messages messages={messages} zone={event.zone} />
                </div>
              );
            })}
          </div>
        </Section>
      )}
      {negotiated.length > 0 && (
        <Section title={negotiation("desk.section")}>
          <DeskStatements statements={negotiated} zone={group.zone} />
        </Section>
      )}
      <Section title={t("events")}>
        {events.length === 0 ? (
          <EmptyState title={t("noEvents")} />
        ) : (
          <ul>
            {events.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("endorsed")}>
        {statements.length === 0 ? (
          <EmptyState title={t("noneEndorsed")} />
        ) : (
          <ul>
            {statements.map((statement) => (
              <StatementLine key={statement.id} statement={statement} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

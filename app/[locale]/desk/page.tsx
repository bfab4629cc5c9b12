import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { focalPoint } from "@/app/_request/actor";
import { DelegationCard } from "@/components/delegations/delegation-card";
import { Messages } from "@/components/delegations/messages";
import { EventLine } from "@/components/events/event-line";
import { DeskStatements } from "@/components/negotiation/desk-statements";
import { StatementState } from "@/components/positions/statement-state";
import { OpenDecisions } from "@/components/procedures/open-decisions";
import { StatusBadge } from "@/components/status-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { accessionAtDesk } from "@/domain/accessions/own";
import { delegationsAtDesk } from "@/domain/delegations/desk-queries";
import { openEvents } from "@/domain/events/queries";
import { groupProfile } from "@/domain/group/queries";
import { statementsAtDesk } from "@/domain/negotiations/desk-queries";
import { nameOf } from "@/domain/organisations/name-of";
import { positionsAtDesk } from "@/domain/positions/desk-queries";
import { decisionsAtDesk } from "@/domain/procedures/desk-queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { dayIn, formatDay } from "@/lib/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

/** What is asked of a focal point's organisation: its delegations and messages, open events, statements it stands behind. */
export default async function DeskPage() {
  const at = now();
  const actor = await focalPoint();
  const [
    t,
    negotiation,
    procedures,
    locale,
    name,
    group,
    delegations,
    negotiated,
    events,
    statements,
    decisions,
    accession,
  ] = await Promise.all([
    getTranslations("desk"),
    getTranslations("negotiation"),
    getTranslations("procedures.desk"),
    getLocale(),
    nameOf(actor.organisationId),
    groupProfile(),
    delegationsAtDesk(actor, at),
    statementsAtDesk(actor),
    openEvents(at),
    positionsAtDesk(actor, at),
    decisionsAtDesk(actor, at),
    groupProfile().then(({ zone }) => accessionAtDesk(actor, { at, today: dayIn(at, zone) })),
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
      <AccessionHere accession={accession} />
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
      <StatementsHere statements={statements} />
    </div>
  );
}

type Accession = Awaited<ReturnType<typeof accessionAtDesk>>;

/** Where the organisation's application to become a member stands, until it is in force; or that one can be made. */
async function AccessionHere({ accession: { latest, mayApply } }: { accession: Accession }) {
  const [t, locale] = await Promise.all([getTranslations("application"), getLocale()]);
  const application = latest && latest.state !== "in_force" ? latest : undefined;
  if (!application && !mayApply) return null;
  const day = application?.joinedOn ? formatDay(application.joinedOn, locale) : "";
  return (
    <Section title={t("desk.section")}>
      <div className="space-y-3">
        {application && (
          <>
            <StatusBadge of="accessionState" state={application.state} />
            <p className="measure break-words text-sm">
              {t(`state.${application.state}`, { day, reason: application.endReason })}
            </p>
          </>
        )}
        {mayApply && !application && <p className="measure text-sm">{t("desk.mayApply")}</p>}
        <Link className="link inline-block min-h-6 text-sm" href={`/${locale}/desk/application` as Route}>
          {mayApply ? t("desk.title") : t("desk.see")}
        </Link>
      </div>
    </Section>
  );
}

type Statements = Awaited<ReturnType<typeof positionsAtDesk>>;

/** The statements that wait for the organisation's position, those it took one on, and the others it may. */
async function StatementsHere({ statements }: { statements: Statements }) {
  const [t, own] = await Promise.all([getTranslations("positions.desk"), getTranslations("desk")]);
  const isSaid = (one: Statements[number]) => one.live !== null || one.pending !== null;
  const said = statements.filter(isSaid);
  const asked = statements.filter((one) => !isSaid(one) && one.askedAt !== null);
  const others = statements.filter((one) => !isSaid(one) && one.askedAt === null);
  const list = (some: Statements) => (
    <ul>
      {some.map((statement) => (
        <StatementState key={statement.id} statement={statement} />
      ))}
    </ul>
  );
  return (
    <>
      {asked.length > 0 && (
        <Section title={t("asked")}>
          <Notice className="mb-4">{t("askedText")}</Notice>
          {list(asked)}
        </Section>
      )}
      <Section title={t("positions")}>
        {said.length === 0 ? <EmptyState title={own("noneEndorsed")} /> : list(said)}
        {others.length > 0 && (
          <details className="mt-4">
            <summary className="link inline-block min-h-6 text-sm">
              {t("others", { count: others.length })}
            </summary>
            {list(others)}
          </details>
        )}
      </Section>
    </>
  );
}

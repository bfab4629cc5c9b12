import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AdoptionRecord } from "@/components/statements/adoption-record";
import { AdoptionStep } from "@/components/statements/adoption-step";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/domain/access/can";
import { peopleChoices } from "@/domain/agenda/queries";
import { groupProfile } from "@/domain/group/queries";
import { sessionsOf } from "@/domain/statements/organizer-queries";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import { formatRange, instantToLocal } from "@/lib/time";
import { adoptAction } from "../../actions";
import { statementHere } from "../statement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("tabs.adoption") };
}

/** The record of the adoption, or the step that makes it. */
export default async function AdoptionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, statement, latest } = await statementHere(id);
  const [t, locale, group, sessions, people] = await Promise.all([
    getTranslations("statements"),
    getLocale(),
    groupProfile(),
    sessionsOf(actor, statement.eventId),
    peopleChoices(actor),
  ]);
  const { adoption } = statement;
  if (adoption) {
    const session = sessions.find((one) => one.id === adoption.agendaItemId)?.name ?? null;
    return <AdoptionRecord adoption={{ ...adoption, session, chairLang: statement.authenticLocale }} />;
  }
  const head = latest(statement.authenticLocale);
  if (!head || !can(actor, "statement.adopt")) return <EmptyState title={t("notAdoptedYet")} />;
  const zone = statement.eventZone ?? group.zone;
  return (
    <AdoptionStep
      key={head.id}
      values={{ id, revisionId: head.id, zone }}
      revision={{ number: head.number, title: head.title }}
      sessions={sessions.map(({ id: value, name, startsAt, endsAt }) => ({
        value,
        label: pick(name, locale).text,
        from: instantToLocal(startsAt, zone),
        to: instantToLocal(endsAt, zone),
        time: formatRange(startsAt, endsAt, zone, locale),
      }))}
      people={namedChoices(people, locale)}
      action={adoptAction}
    />
  );
}

import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AdoptionRecord } from "@/components/statements/adoption-record";
import { AdoptionStep } from "@/components/statements/adoption-step";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { peopleChoices } from "@/domain/agenda/queries";
import { groupProfile } from "@/domain/group/queries";
import { attendanceChoices } from "@/domain/statements/attendance";
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
  const [t, locale, group, sessions, people, attendance] = await Promise.all([
    getTranslations("statements"),
    getLocale(),
    groupProfile(),
    sessionsOf(actor, statement.eventId),
    peopleChoices(actor),
    attendanceChoices(actor, statement),
  ]);
  const { adoption } = statement;
  if (adoption) {
    const session = sessions.find((one) => one.id === adoption.agendaItemId)?.name ?? null;
    return (
      <div className="space-y-10">
        <AdoptionRecord adoption={{ ...adoption, session, chairLang: statement.authenticLocale }} />
        {can(actor, "statement.create") && (
          <Section title={t("succession.begin")}>
            <p className="measure mb-4 text-sm">{t("succession.beginText")}</p>
            <LinkButton href={`/${locale}/organize/statements/new?supersedes=${id}` as Route}>
              {t("succession.begin")}
            </LinkButton>
          </Section>
        )}
      </div>
    );
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
      attendance={{ choices: namedChoices(attendance.rows, locale), present: attendance.present }}
      action={adoptAction}
    />
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { organizer } from "@/app/_request/actor";
import { HistoryList } from "@/components/history/history-list";
import { AppointmentForm } from "@/components/people/appointment-form";
import { AppointmentList } from "@/components/people/appointment-list";
import { PersonForm } from "@/components/people/person-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { id as anId } from "@/domain/input";
import { officeChoices, personForOrganizer } from "@/domain/people/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { Refusal } from "@/lib/refusal";
import { appointAction, editAppointmentAction, editPersonAction } from "../actions";

type Props = { params: Promise<{ id: string }> };

const personHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "person.edit") || !anId.safeParse(id).success) notFound();
  try {
    return { actor, person: await personForOrganizer(actor, id) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await personHere((await params).id);
  return { title: person.name };
}

/** A person in the workspace: who they are, the offices they hold, their history. */
export default async function PersonPage({ params }: Props) {
  const { actor, person } = await personHere((await params).id);
  const { id, revision, name, sortName, courtesyTitle, email, namingConsentedAt, held } = person;
  const [t, locale, group, offices, deeds] = await Promise.all([
    getTranslations("people"),
    getLocale(),
    groupProfile(),
    officeChoices(actor),
    historyOf(actor, ["person", id], ...held.map((one) => ["appointment", one.id] as const)),
  ]);
  return (
    <>
      <PageHeading
        title={name}
        above={
          <Link className="link" href={`/${locale}/organize/people` as Route}>
            {t("title")}
          </Link>
        }
      />
      <div className="space-y-10">
        <Section title={t("appointments")}>
          {held.length === 0 && (
            <EmptyState title={t("noAppointments")}>{t("noAppointmentsText")}</EmptyState>
          )}
          <AppointmentList held={held.toReversed()} action={editAppointmentAction} />
          <details key={held.length} className="mt-4">
            <summary className="link inline-block min-h-6">{t("appoint")}</summary>
            <div className="mt-4">
              <AppointmentForm
                values={{
                  personId: id,
                  officeId: "",
                  fromOn: "",
                  fromPrecision: "day",
                  toOn: "",
                  succeeds: false,
                }}
                offices={namedChoices(offices, locale)}
                action={appointAction}
              />
            </div>
          </details>
        </Section>
        <Section title={t("facts")}>
          <PersonForm
            values={{
              id,
              revision,
              name,
              sortName,
              courtesyTitle,
              email: email ?? "",
              consented: namingConsentedAt !== null,
            }}
            action={editPersonAction}
          />
        </Section>
        <Section title={t("history")}>
          <HistoryList deeds={deeds} zone={group.zone} />
        </Section>
      </div>
    </>
  );
}

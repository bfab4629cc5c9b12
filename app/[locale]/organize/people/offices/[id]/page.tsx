import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { organizer } from "@/app/_request/actor";
import { HistoryList } from "@/components/history/history-list";
import { AppointmentForm } from "@/components/people/appointment-form";
import { HolderList } from "@/components/people/holder-list";
import { OfficeForm } from "@/components/people/office-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { id as anId } from "@/domain/input";
import { organisationChoices } from "@/domain/organisations/choices";
import { officeForOrganizer, personChoices } from "@/domain/people/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { langOf, pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { appointAction, editOfficeAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

const officeHere = cache(async (id: string) => {
  const actor = await organizer();
  if (!can(actor, "office.edit") || !anId.safeParse(id).success) notFound();
  try {
    return { actor, office: await officeForOrganizer(actor, id) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ office }, locale] = await Promise.all([officeHere((await params).id), getLocale()]);
  return { title: pick(office.title, locale).text };
}

/** An office in the workspace: its title, who holds and held it, its history. */
export default async function OfficePage({ params }: Props) {
  const { actor, office } = await officeHere((await params).id);
  const [t, locale, group, organisations, people, deeds] = await Promise.all([
    getTranslations("people"),
    getLocale(),
    groupProfile(),
    organisationChoices(actor),
    personChoices(actor),
    historyOf(actor, ["office", office.id], ...office.held.map((one) => ["appointment", one.id] as const)),
  ]);
  const title = pick(office.title, locale);
  return (
    <>
      <PageHeading
        title={title.text}
        lang={langOf(title, locale)}
        above={
          <Link className="link" href={`/${locale}/organize/people/offices` as Route}>
            {t("offices")}
          </Link>
        }
      />
      <div className="space-y-10">
        <Section title={t("holders")}>
          <HolderList held={office.held} />
          <details key={office.held.length} className="mt-4">
            <summary className="link inline-block min-h-6">{t("appointTo")}</summary>
            <div className="mt-4">
              <AppointmentForm
                values={{
                  personId: "",
                  officeId: office.id,
                  fromOn: "",
                  fromPrecision: "day",
                  toOn: "",
                  // Somebody new in an office of which there is one takes the place of who was there.
                  succeeds: office.oneHolder,
                }}
                people={namedChoices(people, locale)}
                action={appointAction}
              />
            </div>
          </details>
        </Section>
        <Section title={t("facts")}>
          <OfficeForm
            values={{
              id: office.id,
              revision: office.revision,
              title: { en: "", sv: "", ...office.title },
              organisationId: office.organisationId ?? "",
              oneHolder: office.oneHolder,
            }}
            organisations={namedChoices(organisations, locale)}
            action={editOfficeAction}
          />
        </Section>
        <Section title={t("history")}>
          <HistoryList deeds={deeds} zone={group.zone} />
        </Section>
      </div>
    </>
  );
}

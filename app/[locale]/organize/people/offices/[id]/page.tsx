import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { organizer } from "@/app/_request/actor";
import { HistoryList } from "@/components/history/history-list";
import { HolderList } from "@/components/people/holder-list";
import { OfficeForm } from "@/components/people/office-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { id as anId } from "@/domain/input";
import { organisationChoices } from "@/domain/organisations/choices";
import { officeForOrganizer } from "@/domain/people/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { langOf, pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { editOfficeAction } from "../../actions";

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
  const [t, locale, group, organisations, deeds] = await Promise.all([
    getTranslations("people"),
    getLocale(),
    groupProfile(),
    organisationChoices(actor),
    historyOf(actor, ["office", office.id]),
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
        </Section>
        <Section title={t("facts")}>
          <OfficeForm
            values={{
              id: office.id,
              revision: office.revision,
              title: { en: "", sv: "", ...office.title },
              organisationId: office.organisationId ?? "",
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

import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { HistoryList } from "@/components/history/history-list";
import { PeriodForm } from "@/components/periods/period-form";
import { PeriodList } from "@/components/periods/period-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { organisationChoices } from "@/domain/organisations/choices";
import { listPeriods } from "@/domain/periods/queries";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { dayIn } from "@/lib/time";
import { createPeriodAction, editPeriodAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("periods");
  return { title: t("title") };
}

/** The terms of governments, phases and presidencies: what belongs to one that is over carries its banner. */
export default async function PeriodsPage() {
  const actor = await organizer();
  if (!can(actor, "period.edit")) notFound();
  const [t, people, locale, group, periods, organisations] = await Promise.all([
    getTranslations("periods"),
    getTranslations("people"),
    getLocale(),
    groupProfile(),
    listPeriods(actor),
    organisationChoices(actor),
  ]);
  const subjects = periods.map((period) => ["period", period.id] as const);
  const deeds = subjects.length > 0 ? await historyOf(actor, ...subjects) : [];
  const choices = namedChoices(organisations, locale);
  return (
    <>
      <PageHeading
        title={t("title")}
        above={
          <Link className="link" href={`/${locale}/organize/people` as Route}>
            {people("title")}
          </Link>
        }
        below={t("lead")}
      />
      <div className="space-y-10">
        <Section title={t("all")}>
          {periods.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
          <PeriodList
            periods={periods}
            today={dayIn(now(), group.zone)}
            organisations={choices}
            action={editPeriodAction}
          />
          <details key={periods.length} className="mt-4">
            <summary className="link inline-block min-h-6">{t("new")}</summary>
            <div className="mt-4">
              <PeriodForm
                values={{
                  kind: "phase",
                  name: { en: "", sv: "" },
                  organisationId: "",
                  fromOn: "",
                  toOn: "",
                }}
                organisations={choices}
                action={createPeriodAction}
              />
            </div>
          </details>
        </Section>
        {deeds.length > 0 && (
          <Section title={people("history")}>
            <HistoryList deeds={deeds} zone={group.zone} />
          </Section>
        )}
      </div>
    </>
  );
}

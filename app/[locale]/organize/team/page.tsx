import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { InviteForm } from "@/components/team/invite-form";
import { TeamTable } from "@/components/team/team-table";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { organisationChoices } from "@/domain/organisations/choices";
import { listTeam } from "@/domain/team/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import { changeRoleAction, deactivateAction, inviteAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

/** Who may sign in, and inviting others. */
export default async function TeamPage() {
  const actor = await organizer();
  if (!can(actor, "team.list")) notFound();
  const [t, locale, team, organisations] = await Promise.all([
    getTranslations("team"),
    getLocale(),
    listTeam(actor),
    organisationChoices(actor),
  ]);
  const rows = team.map(({ organisation, deactivatedAt, ...row }) => ({
    ...row,
    organisation: organisation ? pick(organisation, locale).text : "",
    active: deactivatedAt === null,
  }));
  return (
    <div className="space-y-10">
      <div>
        <PageHeading title={t("title")} below={t("lead")} />
        <TeamTable
          rows={rows}
          mayChange={can(actor, "team.change-role")}
          changeRole={changeRoleAction}
          deactivate={deactivateAction}
        />
      </div>
      {can(actor, "team.invite") && (
        <Section title={t("inviteTitle")}>
          <InviteForm
            key={rows.length}
            locale={locale}
            organisations={namedChoices(organisations, locale)}
            action={inviteAction}
          />
        </Section>
      )}
    </div>
  );
}

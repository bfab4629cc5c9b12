import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { DirectoryTable } from "@/components/members/directory-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { organisationKinds, sectors } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listOrganisations, pageSize } from "@/domain/members/organizer-queries";
import { now } from "@/lib/clock";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { dayIn } from "@/lib/time";

const standings = ["all", "members", "others"] as const;

const asked = z.object({
  q: searchWords,
  kind: oneOf(organisationKinds),
  sector: oneOf(sectors),
  standing: z.enum(standings).catch("all"),
  sort: z.enum(["name", "-name", "joined", "-joined"]).catch("name"),
  page: pageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members");
  return { title: t("title") };
}

/** Every organisation with its spells, those that the public does not know yet too. */
export default async function OrganizeMembersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "organisation.edit")) notFound();
  const filter = asked.parse(await searchParams);
  const at = now();
  const [t, enums, locale, group] = await Promise.all([
    getTranslations("members"),
    getTranslations("enums"),
    getLocale(),
    groupProfile(),
  ]);
  const today = dayIn(at, group.zone);
  const { rows, total } = await listOrganisations(actor, filter, today, locale);
  const { page, ...current } = filter;
  return (
    <>
      <PageHeading
        title={t("directory")}
        actions={
          can(actor, "organisation.create") && (
            <LinkButton look="primary" href={`/${locale}/organize/organisations/new` as Route}>
              {t("new")}
            </LinkButton>
          )
        }
      />
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "standing",
            label: t("standing"),
            value: filter.standing,
            choices: standings.map((value) => ({ value, label: t(`standings.${value}`) })),
          },
          {
            name: "kind",
            label: t("kind"),
            value: filter.kind,
            any: t("allKinds"),
            choices: organisationKinds.map((value) => ({ value, label: enums(`organisationKind.${value}`) })),
          },
          {
            name: "sector",
            label: t("sector"),
            value: filter.sector,
            any: t("allSectors"),
            choices: sectors.map((value) => ({ value, label: enums(`sector.${value}`) })),
          },
        ]}
        keep={{ sort: filter.sort }}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <DirectoryTable rows={rows} at={at} day={today} sort={filter.sort} current={current} />
      )}
      <Pager total={total} page={page} size={pageSize} current={current} />
    </>
  );
}

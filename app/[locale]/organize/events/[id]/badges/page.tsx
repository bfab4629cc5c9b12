import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BadgesForm } from "@/components/badges/badges-form";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { participationClasses } from "@/db/enums";
import { can } from "@/domain/access/can";
import { badgeCounts, listBadges, pageSize } from "@/domain/badges/queries";
import { pick } from "@/lib/i18n/pick";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { formatInstant } from "@/lib/time";
import { eventHere } from "../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("badges");
  return { title: t("title") };
}

const asked = z.object({
  q: searchWords,
  class: oneOf(participationClasses),
  printed: oneOf(["not_yet", "printed"]),
  page: pageNumber,
});

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Badges: who has one, and printing them. */
export default async function BadgesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "badge.print")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, enums, locale, { rows, all }, counts] = await Promise.all([
    getTranslations("badges"),
    getTranslations("enums"),
    getLocale(),
    listBadges(actor, id, filter),
    badgeCounts(actor, id),
  ]);
  const current = { q: filter.q, class: filter.class, printed: filter.printed };
  return (
    <>
      <p className="measure mb-4 text-sm">{t("lead", counts)}</p>
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "class",
            label: t("class"),
            value: filter.class,
            any: t("anyClass"),
            choices: participationClasses.map((value) => ({
              value,
              label: enums(`participationClass.${value}`),
            })),
          },
          {
            name: "printed",
            label: t("badge"),
            value: filter.printed,
            any: t("any"),
            choices: (["not_yet", "printed"] as const).map((value) => ({ value, label: t(value) })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <BadgesForm
          url={`/${locale}/organize/events/${id}/badges/print`}
          file={event.slug}
          all={all}
          rows={rows.map((row) => ({
            id: row.id,
            name: row.name,
            delegation: pick(row.delegation, locale).text,
            class: row.class,
            number: row.number,
            printed: row.printedAt
              ? t("printedAt", {
                  when: formatInstant(row.printedAt, event.zone, locale),
                  who: row.printedByName ?? "",
                })
              : "",
            reason: row.reason ?? "",
          }))}
        />
      )}
      <Pager total={all.length} page={filter.page} size={pageSize} current={current} />
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { AddMedia } from "@/components/media/add-media";
import { MediaCard } from "@/components/media/media-card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { mediaKinds } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { mediaLibrary, pageSize } from "@/domain/media/queries";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";
import { addMediaAction, describeMediaAction, removeMediaAction } from "./actions";

const asked = z.object({ q: searchWords, kind: oneOf(mediaKinds), page: pageNumber });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("media");
  return { title: t("title") };
}

/** The library: what texts can show, where it is shown, and putting something into it. */
export default async function MediaPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "media.add")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, kinds, locale, group, { rows, total }] = await Promise.all([
    getTranslations("media"),
    getTranslations("enums.mediaKind"),
    getLocale(),
    groupProfile(),
    mediaLibrary(actor, filter),
  ]);
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <Section title={t("add.title")} className="mb-8">
        <AddMedia action={addMediaAction} newest={rows[0]?.id} />
      </Section>
      <Section title={t("library")}>
        <ListFilter
          q={filter.q}
          filters={[
            {
              name: "kind",
              label: t("kind"),
              value: filter.kind,
              any: t("anyKind"),
              choices: mediaKinds.map((value) => ({ value, label: kinds(value) })),
            },
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState title={filter.q || filter.kind ? t("noneFound") : t("none")} />
        ) : (
          <ul className="grid gap-6 sm:grid-cols-2 xl:grid-cols-3">
            {rows.map((row) => (
              <MediaCard
                key={row.id}
                media={row}
                zone={group.zone}
                base={`/${locale}/organize`}
                actions={{ describe: describeMediaAction, remove: removeMediaAction }}
              />
            ))}
          </ul>
        )}
        <Pager
          total={total}
          page={filter.page}
          size={pageSize}
          current={{ q: filter.q, kind: filter.kind }}
        />
      </Section>
    </>
  );
}

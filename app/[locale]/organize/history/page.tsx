import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { HistoryList } from "@/components/history/history-list";
import { ListFilter } from "@/components/list/list-filter";
import { Pager } from "@/components/list/pager";
import { PageHeading } from "@/components/ui/page-heading";
import { subjectKinds } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { listHistory, pageSize } from "@/domain/history/queries";
import { readableKinds } from "@/domain/history/rules";
import { oneOf, pageNumber, type SearchParams, searchWords } from "@/lib/list";

const asked = z.object({ q: searchWords, kind: oneOf(subjectKinds), page: pageNumber });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("history");
  return { title: t("title") };
}

/** Everything that was done, as far as the reader may read it, latest first. */
export default async function HistoryPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "history.read")) notFound();
  const filter = asked.parse(await searchParams);
  const [t, kinds, group, { rows, total }] = await Promise.all([
    getTranslations("history"),
    getTranslations("enums.subjectKind"),
    groupProfile(),
    listHistory(actor, filter),
  ]);
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <ListFilter
        q={filter.q}
        filters={[
          {
            name: "kind",
            label: t("subject"),
            value: filter.kind,
            any: t("anySubject"),
            choices: readableKinds(actor).map((value) => ({ value, label: kinds(value) })),
          },
        ]}
      />
      <HistoryList deeds={rows} zone={group.zone} />
      <Pager total={total} page={filter.page} size={pageSize} current={{ q: filter.q, kind: filter.kind }} />
    </>
  );
}

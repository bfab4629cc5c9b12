import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ListFilter } from "@/components/list/list-filter";
import { RevisionDifference } from "@/components/statements/views/revision-difference";
import { viewForOrganizer } from "@/domain/statements/views/queries";
import type { SearchParams } from "@/lib/list";
import { labels } from "../negotiation/negotiation";
import { statementHere } from "../statement";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("tabs.compare") };
}

/** The difference of any two revisions, words inside paragraphs and what happened to paragraphs. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, statement } = await statementHere(id);
  const [t, enums, label] = await Promise.all([
    getTranslations("statements"),
    getTranslations("enums"),
    labels(),
  ]);
  const own = statement.heads.filter((head) => head.locale === statement.authenticLocale);
  const asked = z
    .object({ from: z.uuid().optional().catch(undefined), to: z.uuid().optional().catch(undefined) })
    .parse(await searchParams);
  const known = (wanted: string | undefined) => statement.heads.find((head) => head.id === wanted);
  const to = known(asked.to) ?? own[0];
  const from = known(asked.from) ?? own[1] ?? own[0];
  if (!to || !from) return notFound();
  const viewed = await viewForOrganizer(actor, { statementId: id, revisionId: to.id, againstId: from.id });
  const { revision: after, against: before = after, operations } = viewed;
  const choices = statement.heads.map((head) => ({
    value: head.id,
    label: [
      t("revisionNumber", { language: enums(`locale.${head.locale}`), number: head.number }),
      ...(head.locale === statement.authenticLocale ? [label(head)] : []),
    ].join(" · "),
  }));
  return (
    <>
      <ListFilter
        filters={[
          { name: "from", label: t("from"), value: from.id, choices },
          { name: "to", label: t("to"), value: to.id, choices },
        ]}
      />
      <RevisionDifference before={before} after={after} operations={operations} locale={after.locale} />
    </>
  );
}

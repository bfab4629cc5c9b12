import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ViewedRevision, viewAsked } from "@/app/_request/statement-views";
import { viewForOrganizer } from "@/domain/statements/views/queries";
import type { SearchParams } from "@/lib/list";
import { Refusal } from "@/lib/refusal";
import { statementHere } from "../../statement";

type Props = { params: Promise<{ id: string; revisionId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("revision") };
}

/** One revision, as one wants to look at it. */
export default async function RevisionPage({ params, searchParams }: Props) {
  const { id, revisionId } = await params;
  const { actor } = await statementHere(id);
  if (!z.uuid().safeParse(revisionId).success) notFound();
  const [locale, { view, against }] = await Promise.all([getLocale(), searchParams.then(viewAsked.parse)]);
  const viewed = await viewForOrganizer(actor, { statementId: id, revisionId, againstId: against }).catch(
    (error: unknown) => {
      if (error instanceof Refusal) notFound();
      throw error;
    },
  );
  const base = `/${locale}/organize/statements/${id}/revisions/${revisionId}`;
  return <ViewedRevision viewed={viewed} view={view} base={base} />;
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { focalPoint } from "@/app/_request/actor";
import { ViewedRevision, viewAsked } from "@/app/_request/statement-views";
import { PageHeading } from "@/components/ui/page-heading";
import { viewAtDesk } from "@/domain/statements/views/queries";
import type { SearchParams } from "@/lib/list";
import { Refusal } from "@/lib/refusal";

type Props = { params: Promise<{ id: string; revisionId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("revision") };
}

/** A revision that was sent round, for a party of the negotiation; for everybody else there is none. */
export default async function CirculatedRevisionPage({ params, searchParams }: Props) {
  const { id, revisionId } = await params;
  const actor = await focalPoint();
  if (![id, revisionId].every((one) => z.uuid().safeParse(one).success)) notFound();
  const [locale, t, { view, against }] = await Promise.all([
    getLocale(),
    getTranslations("statements"),
    searchParams.then(viewAsked.parse),
  ]);
  const viewed = await viewAtDesk(actor, { statementId: id, revisionId, againstId: against }).catch(
    (error: unknown) => {
      if (error instanceof Refusal) notFound();
      throw error;
    },
  );
  return (
    <>
      <PageHeading title={t("revision")} />
      <ViewedRevision
        viewed={viewed}
        view={view}
        base={`/${locale}/desk/statements/${id}/revisions/${revisionId}`}
      />
    </>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MappingForm } from "@/components/imports/mapping-form";
import { samplesOf } from "@/domain/imports/queries";
import { mapAction } from "../../actions";
import { importHere } from "../../here";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("mapping.title") };
}

type Props = { params: Promise<{ id: string; importId: string }> };

/** What each column of an uploaded list means, guessed and to be put right. */
export default async function MappingPage({ params }: Props) {
  const { id, importId } = await params;
  const [{ actor, list }, locale, t] = await Promise.all([
    importHere(id, importId),
    getLocale(),
    getTranslations("imports"),
  ]);
  const base = `/${locale}/organize/events/${id}/participants/import`;
  if (list.startedAt || list.erasedAt) redirect(`${base}/${importId}` as Route);
  const samples = await samplesOf(actor, list);
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <Link className="link text-sm" href={base as Route}>
          {t("title")}
        </Link>
        <h2 className="text-2xl">{t("mapping.title")}</h2>
        <p className="wrap-anywhere text-muted text-sm">
          {t("mapping.of", { file: list.fileName, count: list.total })}
        </p>
        <p className="measure">{t("mapping.lead")}</p>
      </div>
      <MappingForm
        id={list.id}
        revision={list.revision}
        mapping={list.mapping}
        columns={list.headers.map((header, column) => ({ header, samples: samples[column] ?? [] }))}
        action={mapAction}
      />
    </div>
  );
}

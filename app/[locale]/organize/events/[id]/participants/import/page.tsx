import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { UploadForm } from "@/components/imports/upload-form";
import { Time } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { can } from "@/domain/access/can";
import { listImports } from "@/domain/imports/queries";
import { importStage } from "@/domain/imports/rules";
import { eventHere } from "../../event";
import { uploadAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

/** Uploading a list of people, and the lists that were. */
export default async function ImportsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "participation.import")) notFound();
  const [t, locale, lists] = await Promise.all([
    getTranslations("imports"),
    getLocale(),
    listImports(actor, id),
  ]);
  return (
    <div className="space-y-8">
      <div className="space-y-4">
        <h2 className="text-2xl">{t("title")}</h2>
        <p className="measure">{t("lead")}</p>
        <UploadForm eventId={id} action={uploadAction} />
      </div>
      <Section title={t("earlier")}>
        {lists.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <Table label={t("earlier")}>
            <thead>
              <tr>
                <Th>{t("file")}</Th>
                <Th>{t("uploaded")}</Th>
                <Th className="text-end">{t("rows")}</Th>
                <Th>{t("stage")}</Th>
              </tr>
            </thead>
            <tbody>
              {lists.map((list) => (
                <Tr key={list.id}>
                  <Td>
                    <Link
                      className="link-quiet wrap-anywhere font-medium"
                      href={`/${locale}/organize/events/${id}/participants/import/${list.id}` as Route}
                    >
                      {list.fileName || t("erasedFile")}
                    </Link>
                  </Td>
                  <Td>
                    <Time at={list.createdAt} zone={event.zone} />
                    <span className="block text-muted text-xs">{list.createdByName}</span>
                  </Td>
                  <Td className="text-end tabular-nums">{t("number", { count: list.total })}</Td>
                  <Td>{t(`stages.${importStage(list)}`)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
    </div>
  );
}

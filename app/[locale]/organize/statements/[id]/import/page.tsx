import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportText } from "@/components/statements/import/import-text";
import { Notice } from "@/components/ui/notice";
import { can } from "@/domain/access/can";
import { statementHere } from "../statement";
import { readTextAction, takeTextAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements.files");
  return { title: t("import") };
}

/** Bringing in a text from a document: read, looked through paragraph by paragraph, and only then saved. */
export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, statement } = await statementHere(id);
  if (!can(actor, "statement.edit")) notFound();
  const t = await getTranslations("statements");
  if (statement.adoption) return <Notice>{t("frozen")}</Notice>;
  return (
    <ImportText
      statementId={id}
      locale={statement.authenticLocale}
      read={readTextAction}
      take={takeTextAction}
    />
  );
}

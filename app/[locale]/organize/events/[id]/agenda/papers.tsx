import type { Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { DocumentsSection } from "@/components/papers/documents-section";
import { Section } from "@/components/ui/section";
import type { AgendaAudience } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { documentsOfItem } from "@/domain/item-documents/queries";
import { addDocumentAction, changeDocumentAction, removeDocumentAction } from "./papers-actions";

type Props = {
  actor: Actor;
  event: { id: string; zone: string };
  item: { id: string; audience: AgendaAudience };
};

/** What hangs on an item, on its page in the workspace: documents, and the way to its minutes. */
export async function ItemPapers({ actor, event, item }: Props) {
  const [documents, t, locale] = await Promise.all([
    documentsOfItem(actor, item.id),
    getTranslations("papers"),
    getLocale(),
  ]);
  const base = `/${locale}/organize/events/${event.id}/agenda`;
  return (
    <>
      <DocumentsSection
        item={item}
        documents={documents}
        zone={event.zone}
        base={`${base}/documents`}
        actions={{ add: addDocumentAction, change: changeDocumentAction, remove: removeDocumentAction }}
      />
      <Section title={t("minutes")}>
        <Link className="link" href={`${base}/${item.id}/minutes` as Route}>
          {t("toMinutes")}
        </Link>
      </Section>
    </>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DuplicateItem } from "@/components/agenda/duplicate-item";
import { ItemForm } from "@/components/agenda/item-form";
import { RemoveItem } from "@/components/agenda/remove-item";
import { TranslationState } from "@/components/agenda/translation-state";
import { can } from "@/domain/access/can";
import { itemForForm } from "@/domain/agenda/item-values";
import { isInternal } from "@/domain/agenda/rules";
import { missingIn, outdatedIn } from "@/domain/agenda/words";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../event";
import { duplicateItemAction, editItemAction, removeItemAction } from "../actions";
import { itemChoices } from "../choices";
import { ItemPapers } from "../papers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agenda");
  return { title: t("item") };
}

/** Changing an item, copying it, or taking it out. */
export default async function ItemPage({ params }: { params: Promise<{ id: string; itemId: string }> }) {
  const { id, itemId } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit") || !z.uuid().safeParse(itemId).success) notFound();
  const item = await itemForForm(actor, itemId, event.zone).catch((error: unknown) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  if (item.eventId !== id) notFound();
  const tied = [
    ...item.statementIds.map((statementId) => ({ itemId, statementId })),
    ...item.announcementIds.map((announcementId) => ({ itemId, announcementId })),
  ];
  const [t, locale, choices] = await Promise.all([
    getTranslations("agenda"),
    getLocale(),
    itemChoices(actor, id, tied),
  ]);
  const { wordsRevision: _, ...values } = item;
  const outdated = outdatedIn(item);
  const seen = { id: item.id, revision: item.revision };
  const title = pick(item.title, locale).text;
  return (
    <div className="space-y-10">
      {!isInternal(item.kind) && (
        <p className="text-sm">
          <Link className="link" href={`/${locale}/organize/events/${id}/agenda/${itemId}/speakers` as Route}>
            {t("speakers")}
          </Link>
        </p>
      )}
      <TranslationState missing={missingIn(item)} outdated={outdated} />
      <ItemForm
        values={{ ...values, stillRight: [] }}
        outdated={outdated}
        zone={event.zone}
        choices={choices}
        action={editItemAction}
      />
      <ItemPapers actor={actor} event={event} item={item} />
      <div className="flex flex-wrap gap-3 border-rule border-t pt-6">
        <DuplicateItem item={seen} title={title} action={duplicateItemAction} />
        <RemoveItem item={seen} title={title} action={removeItemAction} />
      </div>
    </div>
  );
}

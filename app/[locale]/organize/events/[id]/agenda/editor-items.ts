import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { EditorItem } from "@/components/agenda/editor/types";
import type { DraftItem } from "@/domain/agenda/queries";
import { type Finding, isInternal, itemsOf } from "@/domain/agenda/rules";
import { missingIn, outdatedIn } from "@/domain/agenda/words";
import { langOf, pick } from "@/lib/i18n/pick";
import { instantToLocal } from "@/lib/time";

/** The draft as the grid shows it: times local to the zone, and what is to be known of each item in short words. */
export async function editorItems(draft: DraftItem[], found: Finding[], zone: string): Promise<EditorItem[]> {
  const [t, enums, locale] = await Promise.all([
    getTranslations("agenda"),
    getTranslations("enums"),
    getLocale(),
  ]);
  const clashing = new Set(found.flatMap(itemsOf));
  const local = (instant: Date | null) => instant && instantToLocal(instant, zone);
  const quiet = (text: string) => ({ text, grave: false });
  return draft.map((item) => {
    const title = pick(item.title, locale);
    return {
      id: item.id,
      revision: item.revision,
      kind: item.kind,
      title: title.text,
      lang: langOf(title, locale),
      startsAt: local(item.startsAt),
      endsAt: local(item.endsAt),
      roomId: item.roomId,
      plannedMinutes: item.plannedMinutes,
      notes: [
        ...(clashing.has(item.id) ? [{ text: t("conflict"), grave: true }] : []),
        ...(isInternal(item.kind) ? [quiet(t("internal"))] : []),
        ...(item.audience === "public" ? [] : [quiet(enums(`agendaAudience.${item.audience}`))]),
        ...(item.attribution === "on_record" ? [] : [quiet(enums(`attributionRule.${item.attribution}`))]),
        ...missingIn(item).map((one) => quiet(t("words.missing", { language: enums(`locale.${one}`) }))),
        ...outdatedIn(item).map((one) => quiet(t("words.outdated", { language: enums(`locale.${one}`) }))),
      ],
    };
  });
}

import { useLocale } from "next-intl";
import type { Localized } from "@/db/enums";
import type { Papers } from "@/domain/item-documents/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { Time } from "../time";
import { ItemPapers } from "./item-papers";

type Props = {
  items: (Papers & { itemId: string; item: Localized; startsAt: Date })[];
  zone: string;
  base: string;
};

/** The documents and minutes of an event, item by item in the order of the agenda. */
export function PapersList({ items, zone, base }: Props) {
  const locale = useLocale();
  return (
    <ul className="space-y-3">
      {items.map((papers) => {
        const title = pick(papers.item, locale);
        return (
          <li key={papers.itemId}>
            <p className="font-medium" lang={langOf(title, locale)}>
              {title.text}
            </p>
            <Time at={papers.startsAt} zone={zone} className="text-muted text-xs" />
            <ItemPapers papers={papers} base={base} />
          </li>
        );
      })}
    </ul>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { AgendaItemKind, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";

type Item = { id: string; kind: AgendaItemKind; title: Localized; plannedMinutes: number };

/** The items that have no time yet, below the days; their forms give them one. */
export function TrayList({ items, base }: { items: Item[]; base: string }) {
  const locale = useLocale();
  const t = useTranslations("agenda");
  const enums = useTranslations("enums.agendaItemKind");
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="tray">
      <h2 id="tray" className="mb-2 text-lg">
        {t("tray")}
      </h2>
      <ul className="text-sm">
        {items.map((item) => {
          const title = pick(item.title, locale);
          return (
            <li key={item.id} className="border-rule border-t py-2">
              <Link
                className="link-quiet font-medium"
                lang={langOf(title, locale)}
                href={`${base}/${item.id}` as Route}
              >
                {title.text}
              </Link>
              <span className="text-muted">
                {" "}
                {enums(item.kind)} · {t("minutes", { count: item.plannedMinutes })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

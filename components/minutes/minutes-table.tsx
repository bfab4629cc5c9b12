import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { AttributionRule, Localized } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { StatusBadge } from "../status-badge";
import { TimeRange } from "../time";
import { Table, Td, Th, Tr } from "../ui/table";

type Item = {
  id: string;
  title: Localized;
  startsAt: Date | null;
  endsAt: Date | null;
  attribution: AttributionRule;
  latest: number | undefined;
  published: number | undefined;
};

/** The items of an agenda with how far the minutes of each are. */
export function MinutesTable({ items, zone, base }: { items: Item[]; zone: string; base: string }) {
  const locale = useLocale();
  const t = useTranslations("minutes");
  const enums = useTranslations("enums.attributionRule");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("item")}</Th>
          <Th>{t("rule")}</Th>
          <Th>{t("state")}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const title = pick(item.title, locale);
          return (
            <Tr key={item.id}>
              <Td>
                <Link
                  className="link-quiet font-medium"
                  lang={langOf(title, locale)}
                  href={`${base}/${item.id}/minutes` as Route}
                >
                  {title.text}
                </Link>
                {item.startsAt && item.endsAt && (
                  <TimeRange
                    from={item.startsAt}
                    to={item.endsAt}
                    zone={zone}
                    className="block text-muted text-xs"
                  />
                )}
              </Td>
              <Td>{enums(item.attribution)}</Td>
              <Td>
                {item.latest === undefined ? (
                  <span className="text-muted">{t("notBegun")}</span>
                ) : (
                  <span className="flex flex-wrap items-center gap-2">
                    <StatusBadge of="publicationState" state={item.published ? "published" : "draft"} />
                    {t("revision", { number: item.latest })}
                  </span>
                )}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { AgendaAudience, AgendaItemKind, AgendaRole, Locale, Localized } from "@/db/enums";
import { type Finding, isInternal, itemsOf } from "@/domain/agenda/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { byDay, formatClockRange, formatDay } from "@/lib/time";
import { Badge } from "../ui/badge";
import { Table, Td, Th, Tr } from "../ui/table";
import { TranslationState } from "./translation-state";

type Item = {
  id: string;
  kind: AgendaItemKind;
  title: Localized;
  room: { name: string } | null;
  startsAt: Date;
  endsAt: Date;
  audience: AgendaAudience;
  missing: Locale[];
  outdated: Locale[];
  people: { id: string; name: string; role: AgendaRole }[];
};

type Props = { items: Item[]; findings: Finding[]; zone: string; base: string };

/** The agenda in the workspace, day by day; an item that cannot be held as planned says so. */
export function AgendaTable({ items, findings, zone, base }: Props) {
  const locale = useLocale();
  const t = useTranslations("agenda");
  const enums = useTranslations("enums");
  const clashing = new Set(findings.flatMap(itemsOf));
  return byDay(items, (item) => item.startsAt, zone).map(({ day, items: ofDay }) => (
    <section key={day} className="mb-8" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="mb-2 text-lg">
        {formatDay(day, locale, { weekday: true })}
      </h2>
      <Table label={formatDay(day, locale)}>
        <thead>
          <tr>
            <Th>{t("time", { zone: zone.replaceAll("_", " ") })}</Th>
            <Th>{t("room")}</Th>
            <Th>{t("item")}</Th>
            <Th>{t("people")}</Th>
          </tr>
        </thead>
        <tbody>
          {ofDay.map((item) => {
            const title = pick(item.title, locale);
            return (
              <Tr key={item.id}>
                <Td className="whitespace-nowrap tabular-nums">
                  {formatClockRange(item.startsAt, item.endsAt, zone, locale)}
                </Td>
                <Td>{item.room?.name}</Td>
                <Td>
                  <Link
                    className="link-quiet font-medium"
                    lang={langOf(title, locale)}
                    href={`${base}/${item.id}` as Route}
                  >
                    {title.text}
                  </Link>
                  <span className="mt-0.5 flex flex-wrap gap-2 text-muted text-xs">
                    {enums(`agendaItemKind.${item.kind}`)}
                    {isInternal(item.kind) && <Badge>{t("internal")}</Badge>}
                    {item.audience !== "public" && <Badge>{enums(`agendaAudience.${item.audience}`)}</Badge>}
                    {clashing.has(item.id) && <Badge tone="danger">{t("conflict")}</Badge>}
                    <TranslationState missing={item.missing} outdated={item.outdated} className="contents" />
                  </span>
                </Td>
                <Td>
                  {item.people.map((person) => (
                    <span key={`${person.id}${person.role}`} className="block">
                      {person.name} <span className="text-muted">({enums(`agendaRole.${person.role}`)})</span>
                    </span>
                  ))}
                </Td>
              </Tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  ));
}

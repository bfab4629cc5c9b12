import { useLocale, useTranslations } from "next-intl";
import type { AgendaItemKind, AgendaRole, Localized } from "@/db/enums";
import type { Papers } from "@/domain/item-documents/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { byDay, formatDay } from "@/lib/time";
import { ItemPapers } from "../papers/item-papers";
import { ZonedClock } from "./zone-switch";

/** An item, as the public sees it. */
export type AgendaEntry = {
  id: string;
  kind: AgendaItemKind;
  title: Localized;
  abstract: Localized;
  room: { name: string; building: string } | null;
  startsAt: Date;
  endsAt: Date;
  people: { id: string; name: string; courtesyTitle: string; role: AgendaRole; title?: Localized }[];
};

/** What hangs on the items, and the address under which it is read. */
type Hanging = { items: (Papers & { itemId: string })[]; base: string };

/** The agenda day by day, in a zone. Breaks are told quietly; items at the same time stand one under the other. */
export function PublicAgenda({
  items,
  zone,
  papers,
}: {
  items: AgendaEntry[];
  zone: string;
  papers?: Hanging;
}) {
  const locale = useLocale();
  return (
    <div className="space-y-8">
      {byDay(items, (item) => item.startsAt, zone).map(({ day, items: ofDay }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`} className="mb-1 text-lg">
            {formatDay(day, locale, { weekday: true })}
          </h3>
          <ol>
            {ofDay.map((item) => (
              <Entry key={item.id} item={item} zone={zone} papers={papers} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ item, zone, papers }: { item: AgendaEntry; zone: string; papers?: Hanging }) {
  const locale = useLocale();
  const t = useTranslations("enums");
  const title = pick(item.title, locale);
  const abstract = pick(item.abstract, locale);
  const quiet = item.kind === "break";
  const own = papers?.items.find((one) => one.itemId === item.id);
  return (
    <li
      id={`item-${item.id}`}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 border-rule border-t py-3 sm:grid-cols-[13rem_minmax(0,1fr)] print:break-inside-avoid"
    >
      <p className="text-muted text-sm tabular-nums">
        <ZonedClock
          from={item.startsAt.toISOString()}
          to={item.endsAt.toISOString()}
          zone={zone}
          locale={locale}
        />
        {item.room && (
          <span className="block">{[item.room.name, item.room.building].filter(Boolean).join(", ")}</span>
        )}
      </p>
      <div className="min-w-0 space-y-1">
        {!quiet && (
          <p className="text-muted text-xs uppercase tracking-wide">{t(`agendaItemKind.${item.kind}`)}</p>
        )}
        <h4 lang={langOf(title, locale)} className={quiet ? "text-base text-muted" : "text-base"}>
          {title.text}
        </h4>
        {abstract.text && (
          <p lang={langOf(abstract, locale)} className="measure whitespace-pre-line text-sm">
            {abstract.text}
          </p>
        )}
        {item.people.length > 0 && <Cast people={item.people} />}
        {papers && own && <ItemPapers papers={own} base={papers.base} />}
      </div>
    </li>
  );
}

function Cast({ people }: { people: AgendaEntry["people"] }) {
  const locale = useLocale();
  const t = useTranslations("enums.agendaRole");
  return (
    <ul className="space-y-0.5 pt-1 text-sm">
      {people.map((person) => {
        const title = person.title && pick(person.title, locale);
        return (
          <li key={`${person.id}-${person.role}`}>
            <span className="text-muted">{t(person.role)}: </span>
            {[person.courtesyTitle, person.name].filter(Boolean).join(" ")}
            {title && (
              <span className="text-muted" lang={langOf(title, locale)}>
                , {title.text}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

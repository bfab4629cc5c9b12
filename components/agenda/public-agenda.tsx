import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type {
  AgendaAudience,
  AgendaItemKind,
  AttributionRule,
  Locale,
  Localized,
  SpokenLanguage,
} from "@/db/enums";
import type { Papers } from "@/domain/item-documents/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { regional } from "@/lib/i18n/region";
import { ItemPapers } from "../papers/item-papers";
import { Badge } from "../ui/badge";
import { Cast, type CastMember } from "./cast";
import { DayGroups } from "./day-groups";
import { ItemTools, type StarTools } from "./item-tools";
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
  audience: AgendaAudience;
  attribution: AttributionRule;
  languages: SpokenLanguage[];
  people: CastMember[];
  /** What it is since the release before. */
  mark?: "new" | "moved";
  /** The statements it is about that are public. */
  statements?: { id: string; slug: string; title: Localized }[];
  /** The announcements it is about, public or not. */
  announcementIds?: string[];
};

/** What hangs on the items, and the address under which it is read. */
type Hanging = { items: (Papers & { itemId: string })[]; base: string };

/** An announcement that an item is about, as it is read in a language. */
type Announced = { id: string; slug: string; title: string; locale: Locale };

type Props = {
  items: AgendaEntry[];
  zone: string;
  release?: number;
  tools?: StarTools;
  papers?: Hanging;
  announcements?: Announced[];
};

/**
 * The agenda day by day, in a zone. Breaks are told quietly; items at the same time stand one under the other. What is
 * new or moved in the release says so.
 */
export function PublicAgenda({ items, ...around }: Props) {
  const locale = useLocale();
  const entries = items.map((item) => ({
    id: item.id,
    startsAt: item.startsAt.toISOString(),
    entry: <Entry item={item} {...around} />,
  }));
  return (
    <div className="space-y-8">
      <DayGroups entries={entries} zone={around.zone} locale={locale} />
    </div>
  );
}

type EntryProps = Omit<Props, "items"> & { item: AgendaEntry };

function Entry({ item, zone, release, tools, papers, announcements = [] }: EntryProps) {
  const locale = useLocale();
  const t = useTranslations("enums");
  const agenda = useTranslations("agenda.public");
  const title = pick(item.title, locale);
  const abstract = pick(item.abstract, locale);
  const quiet = item.kind === "break";
  const own = papers?.items.find((one) => one.itemId === item.id);
  return (
    <>
      <p className="pe-20 text-muted text-sm tabular-nums sm:pe-0">
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
      <div className="min-w-0 space-y-1 sm:pe-20 print:pe-0">
        {!quiet && (
          <p className="text-muted text-xs uppercase tracking-wide">{t(`agendaItemKind.${item.kind}`)}</p>
        )}
        <h4 lang={langOf(title, locale)} className={quiet ? "text-base text-muted" : "text-base"}>
          {title.text}
        </h4>
        {item.mark && release !== undefined && (
          <Badge tone={item.mark === "new" ? "success" : "warning"}>{agenda(item.mark, { release })}</Badge>
        )}
        {item.audience === "participants" && <Badge tone="info">{agenda("participants")}</Badge>}
        {abstract.text && (
          <p lang={langOf(abstract, locale)} className="measure whitespace-pre-line text-sm">
            {abstract.text}
          </p>
        )}
        {item.people.length > 0 && <Cast people={item.people} />}
        <Terms item={item} />
        <Announcements those={announcements.filter((one) => item.announcementIds?.includes(one.id))} />
        {papers && own && <ItemPapers papers={own} base={papers.base} />}
      </div>
      {tools && <ItemTools id={item.id} title={title.text} tools={tools} />}
    </>
  );
}

function Announcements({ those }: { those: Announced[] }) {
  const locale = useLocale();
  return those.map((one) => (
    <p key={one.id} className="text-sm">
      <Link
        className="link"
        href={`/${locale}/news/${one.slug}` as Route}
        lang={one.locale === locale ? undefined : one.locale}
      >
        {one.title}
      </Link>
    </p>
  ));
}

/** In which languages an item is held, what may be told of it, and the texts it is about. */
function Terms({ item }: { item: AgendaEntry }) {
  const locale = useLocale();
  const t = useTranslations("agenda.public");
  const called = new Intl.DisplayNames(regional(locale), { type: "language" });
  const languages = item.languages.map((code) => called.of(code) ?? code);
  return (
    <>
      {languages.length > 0 && (
        <p className="text-muted text-sm">
          {t("languages", { languages: new Intl.ListFormat(regional(locale)).format(languages) })}
        </p>
      )}
      {item.attribution !== "on_record" && (
        <p className="text-muted text-sm">{t(`attribution.${item.attribution}`)}</p>
      )}
      {(item.statements ?? []).map((statement) => {
        const title = pick(statement.title, locale);
        return (
          <p key={statement.id} className="text-sm">
            <Link
              className="link"
              href={`/${locale}/statements/${statement.slug}` as Route}
              lang={langOf(title, locale)}
            >
              {title.text}
            </Link>
          </p>
        );
      })}
    </>
  );
}

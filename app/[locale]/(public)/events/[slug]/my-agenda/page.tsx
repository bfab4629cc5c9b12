import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaLines } from "@/components/agenda/agenda-lines";
import { ItemTools } from "@/components/agenda/item-tools";
import { SaveStars } from "@/components/agenda/save-stars";
import { NotStarred, Starred } from "@/components/agenda/starred";
import { ClientMessages } from "@/components/layout/client-messages";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { publicAgenda } from "@/domain/agenda/public";
import { canBeSaved, starsKeptDays } from "@/domain/agenda-subscriptions/rules";
import { publicEvent } from "@/domain/events/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { zoneName } from "@/lib/time";
import { saveStarsAction, starAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("myAgenda");
  return { title: t("title"), robots: { index: false } };
}

/** What the reader has starred of a public agenda: known to their browser alone, which picks it out of the page. */
export default async function MyAgendaPage({ params }: Props) {
  const at = now();
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, at);
  if (!event) notFound();
  const [t, events, items] = await Promise.all([
    getTranslations("myAgenda"),
    getTranslations("events"),
    publicAgenda(event.id, at),
  ]);
  const home = `/${locale}/events/${slug}`;
  const tools = { eventId: event.id, home, action: starAction };
  const ids = items.map((item) => item.id);
  return (
    <div className="space-y-8">
      <div>
        <PageHeading
          title={t("title")}
          above={
            <Link href={home as Route} className="link">
              {pick(event.title, locale).text}
            </Link>
          }
          below={t("lead")}
        />
        {event.cancelledAt && <Notice tone="danger" title={events("cancelled")} />}
      </div>
      <noscript>
        <p className="measure">{t("noScript")}</p>
      </noscript>
      <div>
        <NotStarred eventId={event.id} ids={ids}>
          <p className="measure mb-4">{t("none")}</p>
        </NotStarred>
        <Starred eventId={event.id} ids={ids}>
          <p className="mb-3 text-muted text-sm">
            {t("times", { zone: zoneName(event.zone, event.startsAt) })}
          </p>
        </Starred>
        <AgendaLines
          items={items}
          zone={event.zone}
          href={(id) => `${home}#item-${id}`}
          around={(of, part) => (
            <Starred eventId={event.id} ids={of}>
              {part}
            </Starred>
          )}
          aside={(item, title) => <ItemTools id={item.id} title={title} tools={tools} />}
        />
        <a className="link text-sm print:hidden" href={home}>
          {t("toAgenda")}
        </a>
      </div>
      {canBeSaved(event, at) && (
        <Section title={t("save.title")} className="print:hidden">
          <ClientMessages namespaces={["myAgenda"]}>
            <SaveStars
              eventId={event.id}
              event={slug}
              home={home}
              keptDays={starsKeptDays}
              action={saveStarsAction}
            />
          </ClientMessages>
        </Section>
      )}
    </div>
  );
}

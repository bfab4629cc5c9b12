import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaLines } from "@/components/agenda/agenda-lines";
import { TellHeight } from "@/components/agenda/tell-height";
import { publicAgenda } from "@/domain/agenda/public";
import { publicEvent } from "@/domain/events/queries";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";
import { zoneName } from "@/lib/time";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, now());
  return { title: event && pick(event.title, locale).text, robots: { index: false } };
}

/** A public agenda for the frame of another website: few words, no cookies, and no script that it would need. */
export default async function EmbeddedAgendaPage({ params }: Props) {
  const at = now();
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, at);
  if (!event) notFound();
  const [t, items] = await Promise.all([getTranslations("agendaFiles"), publicAgenda(event.id, at)]);
  const home = `/${locale}/events/${slug}`;
  const title = pick(event.title, locale);
  return (
    <main className="mx-auto max-w-3xl p-4">
      <h1 className="mb-1 text-lg">
        <a className="link-quiet" lang={langOf(title, locale)} href={home} target="_blank" rel="noopener">
          {title.text}
        </a>
      </h1>
      {event.cancelledAt && <p className="mb-2 font-medium text-danger text-sm">{t("cancelled")}</p>}
      {items.length === 0 ? (
        <p className="text-sm">{t("none")}</p>
      ) : (
        <>
          <p className="mb-4 text-muted text-sm">
            {t("timesIn", { zone: zoneName(event.zone, event.startsAt) })}
          </p>
          <AgendaLines items={items} zone={event.zone} target="_blank" href={(id) => `${home}#item-${id}`} />
        </>
      )}
      <TellHeight />
    </main>
  );
}

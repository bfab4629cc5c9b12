import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaLines } from "@/components/agenda/agenda-lines";
import { RevokeStars } from "@/components/agenda/revoke-stars";
import { UseLink } from "@/components/agenda/use-link";
import { ClientMessages } from "@/components/layout/client-messages";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { starredAgenda } from "@/domain/agenda-subscriptions/queries";
import { now } from "@/lib/clock";
import { answerWith } from "@/lib/http/status";
import { pick } from "@/lib/i18n/pick";
import { absolute } from "@/lib/seo";
import { zoneName } from "@/lib/time";
import { revokeStarsAction, starAction } from "../../my-agenda/actions";

type Props = { params: Promise<{ slug: string; token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("myAgenda");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** Starred items behind a private link: readable without script, on any device, and the calendar that follows them. */
export default async function PrivateAgendaPage({ params }: Props) {
  const [{ slug, token }, locale] = await Promise.all([params, getLocale()]);
  const kept = await starredAgenda(slug, token, now());
  if (!kept) notFound();
  const [t, events] = await Promise.all([getTranslations("myAgenda"), getTranslations("events")]);
  const { event, items } = kept.agenda;
  const home = `/${locale}/events/${slug}`;
  const page = absolute(`${home}/my/${token}`);
  if (kept.revoked) answerWith(410);
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
          below={kept.revoked ? undefined : t("link.lead")}
        />
        {event.cancelledAt && <Notice tone="danger" title={events("cancelled")} />}
      </div>
      {kept.revoked ? (
        <Notice title={t("link.revoked")}>{t("link.revokedText")}</Notice>
      ) : (
        <>
          <div>
            {items.length === 0 && <p className="measure mb-4">{t("link.none")}</p>}
            {items.length > 0 && (
              <p className="mb-3 text-muted text-sm">
                {t("times", { zone: zoneName(event.zone, event.startsAt) })}
              </p>
            )}
            <AgendaLines items={items} zone={event.zone} href={(id) => `${home}#item-${id}`} />
          </div>
          <Section title={t("save.title")} className="print:hidden">
            <ClientMessages namespaces={["myAgenda"]}>
              <div className="max-w-2xl space-y-6">
                <UseLink
                  eventId={event.id}
                  link={token}
                  items={items.map((item) => item.id)}
                  action={starAction}
                />
                <div className="space-y-2">
                  <CopyField
                    label={t("link.calendar")}
                    value={`${page}.ics`}
                    copy={t("link.copy")}
                    copied={t("link.copied")}
                  />
                  <p className="text-muted text-sm">{t("link.calendarHelp")}</p>
                  <a className="link text-sm" href={`${page}.ics`.replace(/^https?:/, "webcal:")}>
                    {t("link.follow")}
                  </a>
                </div>
                <CopyField
                  label={t("link.page")}
                  value={page}
                  copy={t("link.copy")}
                  copied={t("link.copied")}
                />
                <RevokeStars eventId={event.id} link={token} action={revokeStarsAction} />
              </div>
            </ClientMessages>
          </Section>
        </>
      )}
    </div>
  );
}

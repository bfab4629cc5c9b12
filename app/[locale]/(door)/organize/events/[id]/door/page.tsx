import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { eventHere } from "@/app/[locale]/organize/events/[id]/event";
import { DoorApp } from "@/components/door/door-app";
import { Notice } from "@/components/ui/notice";
import { can } from "@/domain/access/can";
import { doorState, forgottenAt } from "@/domain/check-ins/rules";
import { now } from "@/lib/clock";
import { langOf, pick } from "@/lib/i18n/pick";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door");
  return { title: t("title"), robots: { index: false } };
}

/**
 * The door of an event. This page is kept on the device and opens without a network: so it names the event and nobody,
 * and everything else is fetched by it.
 */
export default async function DoorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "check-in.list")) notFound();
  const [t, locale] = await Promise.all([getTranslations("door"), getLocale()]);
  const title = pick(event.title, locale);
  const office = `/${locale}/organize/events/${id}/attendance`;
  const base = `/${locale}/organize/events/${id}/door`;
  const open = doorState(event, now());
  return (
    <main id="content" className="mx-auto max-w-xl space-y-5 px-4 py-5">
      <link rel="manifest" href={`${base}/manifest.webmanifest`} crossOrigin="use-credentials" />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-xl">
          {t("title")} · <span lang={langOf(title, locale)}>{title.text}</span>
        </h1>
        {/* Pages of their own: this one is left as it is entered. */}
        <a className="link text-sm" href={office}>
          {t("leave")}
        </a>
      </div>
      {open === "open" ? (
        <DoorApp
          base={base}
          event={{ id, zone: event.zone, forgetAt: forgottenAt(event).toISOString() }}
          signIn={`/${locale}/sign-in?next=${encodeURIComponent(base)}`}
        />
      ) : (
        <Notice tone="info" title={t(`states.${open}`)} />
      )}
      <noscript>
        <Notice tone="warning" title={t("needsScript")} />
      </noscript>
    </main>
  );
}

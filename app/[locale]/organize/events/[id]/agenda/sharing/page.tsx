import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaFiles } from "@/components/agenda/agenda-files";
import { CopyField } from "@/components/ui/copy-field";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { currentRelease } from "@/domain/agenda/public";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { absolute } from "@/lib/seo";
import { eventHere } from "../../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agendaFiles.sharing");
  return { title: t("title") };
}

/** What others can take of the public agenda: its files, and the widget for their own pages. */
export default async function SharingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "agenda.edit")) notFound();
  const [t, locale, release] = await Promise.all([
    getTranslations("agendaFiles.sharing"),
    getLocale(),
    currentRelease(id, now()),
  ]);
  if (!release) return <EmptyState title={t("notYet")} />;
  const home = `/${locale}/events/${event.slug}`;
  const title = quoted(t("frameTitle", { title: pick(event.title, locale).text }));
  const script = `<script async src="${absolute("/embed.js")}" data-event="${event.slug}" data-lang="${locale}" data-title="${title}"></script>`;
  const frame = `<iframe src="${absolute(`${home}/embed`)}" title="${title}" width="100%" height="600" style="border: 0" loading="lazy"></iframe>`;
  const copy = { copy: t("copy"), copied: t("copied") };
  return (
    <div className="space-y-8">
      <p className="measure">{t("lead")}</p>
      <Section title={t("files")}>
        <ul className="space-y-1 text-sm">
          <AgendaFiles home={home} people={release.items.flatMap((item) => item.people)} starring={false} />
        </ul>
      </Section>
      <Section
        title={t("widget")}
        aside={
          <a className="link" href={`${home}/embed`}>
            {t("preview")}
          </a>
        }
      >
        <div className="max-w-3xl space-y-4">
          <CopyField label={t("script")} value={script} rows={3} {...copy} />
          <CopyField label={t("frame")} value={frame} rows={3} {...copy} />
        </div>
      </Section>
    </div>
  );
}

/** A text inside an attribute of the markup that is copied. */
const quoted = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

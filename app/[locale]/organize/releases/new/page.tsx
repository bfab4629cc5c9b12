import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { ReleaseForm } from "@/components/releases/release-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { now } from "@/lib/clock";
import { createReleaseAction } from "../actions";
import { placeChoices } from "../choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("releases");
  return { title: t("new") };
}

/** Beginning a release. */
export default async function NewReleasePage() {
  const actor = await organizer();
  if (!can(actor, "release.edit")) notFound();
  const [t, locale] = await Promise.all([getTranslations("releases"), getLocale()]);
  const { events, items } = await placeChoices(actor, locale, now());
  return (
    <>
      <PageHeading
        title={t("new")}
        above={
          <Link className="link" href={`/${locale}/organize/releases` as Route}>
            {t("title")}
          </Link>
        }
        below={t("newLead")}
      />
      <ReleaseForm
        values={{ title: "", eventId: "", agendaItemId: "" }}
        events={events}
        items={items}
        action={createReleaseAction}
      />
    </>
  );
}

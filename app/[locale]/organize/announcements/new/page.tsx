import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { AnnouncementForm } from "@/components/announcements/announcement-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { now } from "@/lib/clock";
import type { SearchParams } from "@/lib/list";
import { createAnnouncementAction } from "../actions";
import { announcementsRoom, choicesFor } from "../choices";

const asked = z.object({ membership: z.uuid().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements");
  return { title: t("new") };
}

/** Beginning an announcement; `?membership=` has chosen already whose. */
export default async function NewAnnouncementPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await organizer();
  if (!can(actor, "announcement.create")) notFound();
  const [t, locale, query] = await Promise.all([getTranslations("announcements"), getLocale(), searchParams]);
  const { membership } = asked.parse(query);
  const { events, spells } = await choicesFor(actor, locale, now());
  return (
    <>
      <PageHeading
        title={t("new")}
        above={
          <Link className="link" href={announcementsRoom(locale)}>
            {t("title")}
          </Link>
        }
        below={t("newLead")}
      />
      <AnnouncementForm
        values={{
          kind: "new_member",
          membershipIds: membership ? [membership] : [],
          title: "",
          locale,
          slug: "",
          eventId: "",
        }}
        events={events}
        spells={spells}
        action={createAnnouncementAction}
      />
    </>
  );
}

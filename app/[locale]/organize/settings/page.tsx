import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { GroupSettingsForm } from "@/components/group/settings-form";
import { PageHeading } from "@/components/ui/page-heading";
import { can } from "@/domain/access/can";
import { groupSettings } from "@/domain/group/queries";
import { pictureChoices } from "@/domain/media/queries";
import { editGroupAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("group");
  return { title: t("settings.title") };
}

/** What the group says of itself, and how it is reached. */
export default async function SettingsPage() {
  const actor = await organizer();
  if (!can(actor, "group.edit")) notFound();
  const [settings, t] = await Promise.all([groupSettings(actor), getTranslations("group")]);
  const pictures = await pictureChoices(actor, settings.logoId);
  return (
    <>
      <PageHeading title={t("settings.title")} below={t("settings.lead")} />
      <GroupSettingsForm
        settings={{ ...settings, logoId: settings.logoId ?? "" }}
        pictures={pictures}
        zones={Intl.supportedValuesOf("timeZone")}
        action={editGroupAction}
      />
    </>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { organizer } from "@/app/_request/actor";
import { BoilerplateForm } from "@/components/announcements/boilerplate-form";
import { RemoveBoilerplate } from "@/components/announcements/remove-boilerplate";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { boilerplateWithVersions } from "@/domain/boilerplates/queries";
import { groupProfile } from "@/domain/group/queries";
import { Refusal } from "@/lib/refusal";
import { announcementsRoom } from "../../choices";
import { removeBoilerplateAction, saveBoilerplateAction } from "../actions";

type Props = { params: Promise<{ boilerplateId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements.boilerplate");
  return { title: t("title") };
}

/** A text that is used again: its next version, and all there were. */
export default async function BoilerplateVersionsPage({ params }: Props) {
  const { boilerplateId } = await params;
  const actor = await organizer();
  if (!can(actor, "boilerplate.edit") || !z.uuid().safeParse(boilerplateId).success) notFound();
  const [t, locale, group, text] = await Promise.all([
    getTranslations("announcements.boilerplate"),
    getLocale(),
    groupProfile(),
    boilerplateWithVersions(actor, boilerplateId).catch((error) => {
      if (error instanceof Refusal) notFound();
      throw error;
    }),
  ]);
  const { versions } = text;
  const [latest] = versions;
  return (
    <>
      <PageHeading
        title={text.name}
        above={
          <Link className="link" href={`${announcementsRoom(locale)}/boilerplate` as Route}>
            {t("title")}
          </Link>
        }
      />
      <div className="space-y-10">
        {text.removedAt ? (
          <Notice>{t("removed")}</Notice>
        ) : (
          <>
            <BoilerplateForm
              values={{
                id: text.id,
                revision: latest?.number ?? 0,
                name: text.name,
                heading: latest?.heading ?? {},
                text: latest?.text ?? {},
              }}
              action={saveBoilerplateAction}
            />
            <RemoveBoilerplate id={text.id} action={removeBoilerplateAction} />
          </>
        )}
        <Section title={t("versions")}>
          <ol>
            {versions.map((version) => (
              <li key={version.number} className="space-y-2 border-rule border-t py-4">
                <p className="text-muted text-sm">
                  {t("version", { number: version.number })} · <Time at={version.savedAt} zone={group.zone} />{" "}
                  · {version.savedBy}
                </p>
                {locales
                  .filter((one) => version.text[one])
                  .map((one) => (
                    <div key={one} lang={one} className="measure break-words text-sm">
                      {version.heading[one] && <p className="font-medium">{version.heading[one]}</p>}
                      <p className="whitespace-pre-line">{version.text[one]}</p>
                    </div>
                  ))}
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { organizer } from "@/app/_request/actor";
import { BoilerplateForm } from "@/components/announcements/boilerplate-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { boilerplateChoices } from "@/domain/boilerplates/queries";
import { langOf, pick } from "@/lib/i18n/pick";
import { announcementsRoom } from "../choices";
import { saveBoilerplateAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements.boilerplate");
  return { title: t("title") };
}

/** The texts that are used again, each in its latest version, and the form that begins another. */
export default async function BoilerplatePage() {
  const actor = await organizer();
  if (!can(actor, "boilerplate.edit")) notFound();
  const [t, room, locale, texts] = await Promise.all([
    getTranslations("announcements.boilerplate"),
    getTranslations("announcements"),
    getLocale(),
    boilerplateChoices(actor),
  ]);
  return (
    <>
      <PageHeading
        title={t("title")}
        above={
          <Link className="link" href={announcementsRoom(locale)}>
            {room("title")}
          </Link>
        }
        below={t("lead")}
      />
      <div className="space-y-10">
        {texts.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <ul>
            {texts.map((one) => {
              const words = pick(one.text, locale);
              return (
                <li key={one.boilerplateId} className="space-y-1 border-rule border-t py-4">
                  <p>
                    <Link
                      className="link-quiet font-medium"
                      href={`${announcementsRoom(locale)}/boilerplate/${one.boilerplateId}` as Route}
                    >
                      {one.name}
                    </Link>{" "}
                    <span className="text-muted text-sm">{t("version", { number: one.number })}</span>
                  </p>
                  <p lang={langOf(words, locale)} className="measure line-clamp-3 break-words text-sm">
                    {words.text}
                  </p>
                </li>
              );
            })}
          </ul>
        )}
        <Section title={t("new")}>
          <BoilerplateForm
            values={{ id: "", revision: 0, name: "", heading: {}, text: {} }}
            action={saveBoilerplateAction}
          />
        </Section>
      </div>
    </>
  );
}

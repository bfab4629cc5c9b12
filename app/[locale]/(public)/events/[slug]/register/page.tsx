import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { RegistrationForm } from "@/components/participations/registration-form";
import { TimeRange } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { publicEvent } from "@/domain/events/queries";
import { publicOrganisationChoices } from "@/domain/members/choices";
import { publicSeatsFree } from "@/domain/participations/public";
import { doorWords, lets, registrationDoor } from "@/domain/participations/rules";
import { publicQuestions } from "@/domain/questions/queries";
import { now } from "@/lib/clock";
import { countriesFor } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import { registerAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations("registration")]);
  const event = await publicEvent(slug, now());
  return event ? { title: `${t("title")}: ${pick(event.title, locale).text}`, robots: { index: false } } : {};
}

/** Registering for an event, or why one cannot. */
export default async function RegisterPage({ params }: Props) {
  const at = now();
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const event = await publicEvent(slug, at);
  if (!event) notFound();
  const [t, doors, free, organisations, questions] = await Promise.all([
    getTranslations("registration"),
    getTranslations("participations.door"),
    publicSeatsFree(event.id, at),
    publicOrganisationChoices(at),
    publicQuestions(event.id, at),
  ]);
  const door = registrationDoor(event, free, at);
  const choices = organisations
    .map(({ id, name }) => ({ value: id, label: pick(name, locale).text }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <>
      <PageHeading
        title={t("title")}
        above={
          <Link href={`/${locale}/events/${slug}` as Route} className="link">
            {pick(event.title, locale).text}
          </Link>
        }
        below={<TimeRange from={event.startsAt} to={event.endsAt} zone={event.zone} allDay={event.allDay} />}
      />
      {lets(door) ? (
        <ClientMessages namespaces={["registration", "answers"]}>
          {door !== "open" && (
            <Notice tone={door === "waiting_list" || free <= 0 ? "warning" : "info"} className="mb-6">
              {doors(doorWords(door, free))}
            </Notice>
          )}
          <RegistrationForm
            event={slug}
            locale={locale}
            organisations={choices}
            questions={questions}
            countries={countriesFor(questions, locale)}
            keptDays={event.needsKeptDays}
            action={registerAction}
          />
        </ClientMessages>
      ) : (
        <Notice>{door === "not_public" ? null : doors(door)}</Notice>
      )}
    </>
  );
}

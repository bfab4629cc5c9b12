import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Deadline } from "@/components/delegations/deadline";
import { NominateForm } from "@/components/delegations/nominate-form";
import { PageHeading } from "@/components/ui/page-heading";
import { participationClasses } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { oneOf, type SearchParams } from "@/lib/list";
import { nominateAction } from "../../../actions";
import { delegationHere } from "../delegation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("delegations");
  return { title: t("nominate") };
}

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Nominating somebody for one's delegation. */
export default async function DeskNominatePage({ params, searchParams }: Props) {
  const [{ id }, { class: asked }] = await Promise.all([params, searchParams]);
  const [delegation, t, locale] = await Promise.all([
    delegationHere(id),
    getTranslations("delegations"),
    getLocale(),
  ]);
  const { event, fills, door } = delegation;
  if (event.cancelledAt) notFound();
  const title = pick(event.title, locale);
  return (
    <>
      <PageHeading
        title={t("nominate")}
        above={
          <Link className="link" href={`/${locale}/desk/events/${id}` as Route} lang={langOf(title, locale)}>
            {title.text}
          </Link>
        }
        below={t("nominateLead")}
      />
      <div className="space-y-6">
        <Deadline {...delegation} zone={event.zone} />
        {door !== "over" && (
          <NominateForm
            delegationId={delegation.id}
            fills={fills}
            wanted={oneOf(participationClasses).parse(asked)}
            locale={locale}
            keptDays={event.needsKeptDays}
            action={nominateAction}
          />
        )}
      </div>
    </>
  );
}

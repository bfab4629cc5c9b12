import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Deadline } from "@/components/delegations/deadline";
import { ReplaceForm } from "@/components/delegations/replace-form";
import { PageHeading } from "@/components/ui/page-heading";
import { nameLine } from "@/domain/names/rules";
import { possible } from "@/domain/participations/rules";
import { replaceAction } from "../../../../../actions";
import { memberHere } from "../../../delegation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("delegations.person");
  return { title: t("replace") };
}

type Props = { params: Promise<{ id: string; participationId: string }> };

/** Giving the place of one of one's delegation to somebody else. */
export default async function DeskReplacePage({ params }: Props) {
  const { id, participationId } = await params;
  const [here, t, locale] = await Promise.all([
    memberHere(id, participationId),
    getTranslations("delegations.person"),
    getLocale(),
  ]);
  const { member, event, door } = here;
  if (event.cancelledAt || !possible("replace", member.state)) notFound();
  const name = nameLine(member);
  return (
    <>
      <PageHeading
        title={t("replace")}
        above={
          <Link className="link" href={`/${locale}/desk/events/${id}/people/${member.id}` as Route}>
            {name}
          </Link>
        }
        below={t("replaceLead", { name })}
      />
      <div className="space-y-6">
        <Deadline {...here} zone={event.zone} />
        {member.state !== "nominated" && <p className="measure text-sm">{t("replaceReview")}</p>}
        {door !== "over" && (
          <ReplaceForm
            person={{ ...member, name }}
            locale={member.locale}
            keptDays={event.needsKeptDays}
            action={replaceAction}
          />
        )}
      </div>
    </>
  );
}

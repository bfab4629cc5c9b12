import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Deadline } from "@/components/delegations/deadline";
import { MemberForm } from "@/components/delegations/member-form";
import { SubmitPeople } from "@/components/delegations/submit-people";
import { WithdrawMember } from "@/components/delegations/withdraw-member";
import { StatusBadge } from "@/components/status-badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { nameLine } from "@/domain/names/rules";
import { possible } from "@/domain/participations/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { changeMemberAction, submitAction, withdrawMemberAction } from "../../../../actions";
import { memberHere } from "../../delegation";

type Props = { params: Promise<{ id: string; participationId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, participationId } = await params;
  const { member } = await memberHere(id, participationId);
  return { title: nameLine(member) };
}

/** One of one's delegation: where they stand, and what can still be changed. */
export default async function DeskPersonPage({ params }: Props) {
  const { id, participationId } = await params;
  const [here, t, classes, locale] = await Promise.all([
    memberHere(id, participationId),
    getTranslations("delegations"),
    getTranslations("enums.participationClass"),
    getLocale(),
  ]);
  const { member, event, fills, door } = here;
  const title = pick(event.title, locale);
  const base = `/${locale}/desk/events/${id}`;
  const open = door !== "over" && event.cancelledAt === null && possible("change", member.state);
  const { alternate, level, revision } = member;
  return (
    <>
      <PageHeading
        title={nameLine(member)}
        above={
          <Link className="link" href={base as Route} lang={langOf(title, locale)}>
            {title.text}
          </Link>
        }
        below={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusBadge of="participationState" state={member.state} />
            <span>{classes(member.class)}</span>
            {member.functionalTitle && <span>{member.functionalTitle}</span>}
          </span>
        }
      />
      <div className="space-y-8">
        {member.stateReason && (
          <p className="measure text-sm">{t("because", { reason: member.stateReason })}</p>
        )}
        {possible("change", member.state) && <Deadline {...here} zone={event.zone} />}
        {open && (
          <>
            <div className="flex flex-wrap gap-2">
              {possible("submit", member.state) && member.delegationId && (
                <SubmitPeople
                  delegationId={member.delegationId}
                  people={[{ ...member, name: nameLine(member) }]}
                  action={submitAction}
                />
              )}
              <LinkButton href={`${base}/people/${member.id}/replace` as Route}>
                {t("person.replace")}
              </LinkButton>
              <WithdrawMember person={{ ...member, name: nameLine(member) }} action={withdrawMemberAction} />
            </div>
            <Section title={t("person.change")}>
              {(member.state === "approved" || member.state === "pre_approved") && (
                <p className="measure mb-4 text-muted text-sm">{t("person.reviewed")}</p>
              )}
              <MemberForm
                key={revision}
                values={{
                  id: member.id,
                  revision,
                  name: member.name,
                  courtesyTitle: member.courtesyTitle,
                  familyName: member.familyName,
                  functionalTitle: member.functionalTitle,
                  email: member.email ?? "",
                  class: member.class,
                  level,
                  alternate,
                  accessNeeds: member.accessNeeds,
                  dietaryNeeds: member.dietaryNeeds,
                }}
                fills={fills}
                keptDays={event.needsKeptDays}
                action={changeMemberAction}
              />
            </Section>
          </>
        )}
      </div>
    </>
  );
}

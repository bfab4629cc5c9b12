import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AmendmentCard } from "@/components/negotiation/amendment-card";
import { Comments, SayForm } from "@/components/negotiation/comments";
import { ProposeForm } from "@/components/negotiation/propose-form";
import { Rebase } from "@/components/negotiation/rebase";
import { SponsorForm, WithdrawForm } from "@/components/negotiation/step-forms";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { renewed } from "@/domain/amendments/beginning/rules";
import { canRebase } from "@/domain/amendments/rules";
import { groupProfile } from "@/domain/group/queries";
import {
  rebaseAction,
  sayAction,
  sponsorAction,
  withdrawAmendmentAction,
  withdrawCommentAction,
} from "../../../../organize/statements/[id]/negotiation/actions";
import { placesAmong } from "../../../../organize/statements/[id]/negotiation/negotiation";
import { statementAtDesk } from "../statement";

type Props = { params: Promise<{ id: string; amendmentId: string }> };

async function amendmentAtDesk({ params }: Props) {
  const { id, amendmentId } = await params;
  if (!z.uuid().safeParse(amendmentId).success) notFound();
  const here = await statementAtDesk(id);
  const amendment = here.amendments.find((one) => one.id === amendmentId);
  return amendment ? { ...here, id, amendment } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ amendment }, t] = await Promise.all([amendmentAtDesk(props), getTranslations("negotiation")]);
  return { title: t("amendments.number", { number: amendment.number }) };
}

/** One amendment at the desk: one's own to renew or take back, another's to sponsor, and what is said of it. */
export default async function DeskAmendmentPage(props: Props) {
  const here = await amendmentAtDesk(props);
  const { id, actor, amendment, present, references, comments, closed } = here;
  const [t, locale, group] = await Promise.all([getTranslations("negotiation"), getLocale(), groupProfile()]);
  const own = amendment.organisationId === actor.organisationId;
  const open = amendment.state === "open";
  const joined = amendment.sponsors.some((one) => one.id === actor.organisationId);
  const base = `/${locale}/desk/statements/${id}`;
  return (
    <>
      <PageHeading
        title={t("amendments.number", { number: amendment.number })}
        above={
          <Link
            className="link break-words"
            lang={present.locale}
            href={`${base}#a${amendment.number}` as Route}
          >
            {present.title}
          </Link>
        }
      />
      <div className="space-y-8">
        {closed && <Notice>{t(`amendments.${closed}`)}</Notice>}
        <AmendmentCard
          amendment={amendment}
          lang={present.locale}
          references={references}
          base={base}
          own={own}
        />
        {amendment.misfit && (
          <Rebase amendment={amendment} text={present} lang={present.locale} references={references} />
        )}
        {own && open && !closed && canRebase(amendment.misfit) && (
          <Section title={t("step.rebase")}>
            <ProposeForm
              key={amendment.revision}
              values={{ ...renewed(amendment, present), revisionId: present.id }}
              lang={present.locale}
              places={await placesAmong(references, amendment.paragraphId)}
              action={rebaseAction}
            />
          </Section>
        )}
        {!own && open && !closed && <SponsorForm id={amendment.id} joined={joined} action={sponsorAction} />}
        {own && open && <WithdrawForm amendment={amendment} action={withdrawAmendmentAction} />}
        <Section title={t("comments.title")}>
          <div className="space-y-6">
            <Comments
              comments={comments.filter((one) => one.amendmentId === amendment.id)}
              zone={group.zone}
              own={actor.organisationId}
              withdraw={withdrawCommentAction}
            />
            {closed !== "adopted" && (
              <SayForm
                values={{ id, amendmentId: amendment.id }}
                audiences={here.audiences}
                action={sayAction}
              />
            )}
          </div>
        </Section>
      </div>
    </>
  );
}

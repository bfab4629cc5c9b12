import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AmendmentCard } from "@/components/negotiation/amendment-card";
import { Comments, SayForm } from "@/components/negotiation/comments";
import { Rebase } from "@/components/negotiation/rebase";
import { DecisionForms, WithdrawForm } from "@/components/negotiation/step-forms";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import {
  acceptAction,
  bracketAction,
  rejectAction,
  sayAction,
  withdrawAmendmentAction,
  withdrawCommentAction,
} from "../actions";
import { amendmentHere } from "../negotiation";

type Props = { params: Promise<{ id: string; amendmentId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, amendmentId } = await params;
  const [{ amendment }, t] = await Promise.all([
    amendmentHere(id, amendmentId),
    getTranslations("negotiation"),
  ]);
  return { title: t("amendments.number", { number: amendment.number }) };
}

/** One amendment: what it would change, what is said of it, and the decision. */
export default async function AmendmentPage({ params }: Props) {
  const { id, amendmentId } = await params;
  const { actor, statement, amendment, latest, comments, closed, references } = await amendmentHere(
    id,
    amendmentId,
  );
  const [t, locale, group] = await Promise.all([getTranslations("negotiation"), getLocale(), groupProfile()]);
  const decides = can(actor, "amendment.decide") && amendment.state === "open";
  const said = comments.filter((one) => one.amendmentId === amendment.id);
  return (
    <div className="space-y-10">
      {closed && <Notice>{t(`amendments.${closed}`)}</Notice>}
      <AmendmentCard
        amendment={amendment}
        lang={statement.authenticLocale}
        references={references}
        base={`/${locale}/organize/statements/${id}/negotiation`}
      />
      {amendment.misfit && latest && (
        <Rebase
          amendment={amendment}
          text={latest}
          lang={statement.authenticLocale}
          references={references}
        />
      )}
      {decides && !closed && latest && (
        <DecisionForms
          key={`${amendment.revision}-${latest.id}`}
          amendment={amendment}
          textId={latest.id}
          accept={acceptAction}
          bracket={bracketAction}
          reject={rejectAction}
        />
      )}
      {decides && <WithdrawForm amendment={amendment} action={withdrawAmendmentAction} />}
      <Section title={t("comments.title")}>
        <div className="space-y-6">
          <Comments comments={said} zone={group.zone} own={null} withdraw={withdrawCommentAction} />
          {can(actor, "comment.say") && closed !== "adopted" && (
            <SayForm values={{ id, amendmentId }} action={sayAction} />
          )}
        </div>
      </Section>
    </div>
  );
}

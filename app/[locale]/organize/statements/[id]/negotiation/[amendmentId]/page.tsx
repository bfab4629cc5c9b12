import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AmendmentCard } from "@/components/negotiation/amendment-card";
import { Comments, SayForm } from "@/components/negotiation/comments";
import { ProposeForm } from "@/components/negotiation/propose-form";
import { Rebase } from "@/components/negotiation/rebase";
import { DecisionForms, SponsorsForms, WithdrawForm } from "@/components/negotiation/step-forms";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { renewed } from "@/domain/amendments/beginning/rules";
import { canRebase } from "@/domain/amendments/rules";
import { groupProfile } from "@/domain/group/queries";
import { namedChoices } from "@/lib/i18n/choices";
import {
  acceptAction,
  bracketAction,
  rebaseAction,
  rejectAction,
  sayAction,
  sponsorAction,
  withdrawAmendmentAction,
  withdrawCommentAction,
} from "../actions";
import { amendmentHere, placesAmong } from "../negotiation";

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
  const { actor, statement, amendment, latest, comments, closed, references, parties, circulations } =
    await amendmentHere(id, amendmentId);
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
      {decides && !closed && latest && canRebase(amendment.misfit) && (
        <Section title={t("step.rebase")}>
          {circulations.at(-1)?.revisionId === latest.id ? (
            <ProposeForm
              key={amendment.revision}
              values={{ ...renewed(amendment, latest), revisionId: latest.id }}
              lang={statement.authenticLocale}
              places={await placesAmong(references, amendment.paragraphId)}
              action={rebaseAction}
            />
          ) : (
            <p className="text-sm">{t("step.rebaseAfter")}</p>
          )}
        </Section>
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
      {decides && !closed && (
        <SponsorsForms
          id={amendment.id}
          parties={namedChoices(
            parties.filter(
              (one) =>
                one.id !== amendment.organisationId &&
                !amendment.sponsors.some(({ id: own }) => own === one.id),
            ),
            locale,
          )}
          sponsors={namedChoices(amendment.sponsors, locale)}
          action={sponsorAction}
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

import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AmendmentCard } from "@/components/negotiation/amendment-card";
import { CirculateForm } from "@/components/negotiation/circulate-form";
import { Circulations } from "@/components/negotiation/circulations";
import { Comments, SayForm } from "@/components/negotiation/comments";
import { Parties } from "@/components/negotiation/parties";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupsOf } from "@/domain/amendments/rules";
import { groupProfile } from "@/domain/group/queries";
import { obstaclesToCirculating } from "@/domain/negotiations/rules";
import { endorserChoices } from "@/domain/positions/organizer-queries";
import { readInline } from "@/domain/statements/inline/rules";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import {
  changePartyAction,
  circulateAction,
  inviteMembersAction,
  invitePartiesAction,
  removePartyAction,
  sayAction,
  withdrawCommentAction,
} from "./actions";
import { labels, negotiationHere } from "./negotiation";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("negotiation");
  return { title: t("title") };
}

/** The negotiation: who is a party, what was sent round, what is proposed, in groups that conflict, and what is said. */
export default async function NegotiationPage({ params }: Props) {
  const { id } = await params;
  const here = await negotiationHere(id);
  const { actor, statement, parties, circulations, latest, amendments, comments, closed } = here;
  const [t, locale, label, group] = await Promise.all([
    getTranslations("negotiation"),
    getLocale(),
    labels(),
    groupProfile(),
  ]);
  const base = `/${locale}/organize/statements/${id}/negotiation`;
  const decides = can(actor, "amendment.decide") && !closed;
  const lang = statement.authenticLocale;
  const card = (one: (typeof amendments)[number]) => (
    <AmendmentCard key={one.id} amendment={one} lang={lang} references={here.references} base={base} />
  );
  const groups = groupsOf(amendments.filter((one) => one.state === "open"));
  const decided = amendments.filter((one) => one.state !== "open");
  const said = [
    { id: null, head: t("comments.general") },
    ...here.references.map((one) => ({
      id: one.id,
      head: [one.reference, one.words].filter(Boolean).join(" "),
    })),
  ]
    .map((place) => ({
      ...place,
      comments: comments.filter((one) => one.paragraphId === place.id && !one.amendmentId),
    }))
    .filter((place) => place.comments.length > 0);
  const obstacles = obstaclesToCirculating({
    paragraphs: latest?.paragraphs.length ?? 0,
    parties: parties.length,
    adopted: closed === "adopted",
    latest: latest !== undefined,
    circulated: circulations.some((one) => one.revisionId === latest?.id),
    problems: latest?.paragraphs.some(({ text }) => readInline(text).problems.length > 0) ?? false,
  });
  return (
    <div className="space-y-10">
      {closed && <Notice>{t(`amendments.${closed}`)}</Notice>}
      <Section
        title={t("amendments.title")}
        aside={
          <span className="flex flex-wrap gap-4">
            <Link className="link" href={`${base}/table` as Route}>
              {t("amendments.table")}
            </Link>
            {decides && circulations.length > 0 && (
              <Link className="link" href={`${base}/propose` as Route}>
                {t("amendments.record")}
              </Link>
            )}
          </span>
        }
      >
        {amendments.length === 0 && <EmptyState title={t("amendments.none")} />}
        <div className="space-y-8">
          {groups.map((members) => (
            <div key={members[0]?.id} className="space-y-4">
              {members.length > 1 && (
                <div className="flex flex-wrap items-center gap-3">
                  <h3 className="text-lg">
                    {t("amendments.group", {
                      which: members.map((one) => t("amendments.number", { number: one.number })).join(", "),
                    })}
                  </h3>
                  {decides && (
                    <LinkButton size="small" href={`${base}/consolidate?of=${members[0]?.id}` as Route}>
                      {t("amendments.consolidate")}
                    </LinkButton>
                  )}
                </div>
              )}
              {members.map((one) => card(one as (typeof amendments)[number]))}
            </div>
          ))}
          {decided.length > 0 && (
            <details>
              <summary className="link inline-block min-h-6">
                {t("desk.decided", { count: decided.length })}
              </summary>
              <div className="mt-4 space-y-6">{decided.map(card)}</div>
            </details>
          )}
        </div>
      </Section>
      <Section title={t("circulation.title")}>
        <div className="space-y-6">
          <Circulations circulations={circulations} zone={group.zone} />
          {can(actor, "statement.circulate") && (
            <CirculateForm
              id={id}
              revision={
                latest && { id: latest.id, label: label({ number: latest.number, circulation: null }) }
              }
              as={label({ number: 0, circulation: circulations.length })}
              parties={parties.length}
              obstacles={obstacles}
              action={circulateAction}
            />
          )}
        </div>
      </Section>
      <Section title={t("parties.count", { count: parties.length })}>
        {parties.length === 0 && <EmptyState title={t("parties.none")}>{t("parties.noneText")}</EmptyState>}
        <Parties
          id={id}
          parties={parties.map(({ id: party, name, drafting }) => ({ id: party, name, drafting }))}
          choices={namedChoices(
            (await endorserChoices(actor, now())).filter(
              (one) => !parties.some(({ id: own }) => own === one.id),
            ),
            locale,
          )}
          {...(can(actor, "statement.invite-parties") && closed !== "adopted"
            ? {
                actions: {
                  invite: invitePartiesAction,
                  members: inviteMembersAction,
                  change: changePartyAction,
                  remove: removePartyAction,
                },
              }
            : {})}
        />
      </Section>
      <Section title={t("comments.title")}>
        <div className="space-y-6">
          {said.length === 0 && <p className="text-muted text-sm">{t("comments.none")}</p>}
          {said.map((place) => (
            <div key={place.id ?? "text"} className="space-y-2">
              <h3 className="font-medium text-sm" {...(place.id ? { lang } : {})}>
                {place.head}
              </h3>
              <Comments
                comments={place.comments}
                zone={group.zone}
                own={null}
                withdraw={withdrawCommentAction}
              />
            </div>
          ))}
          {can(actor, "comment.say") && circulations.length > 0 && closed !== "adopted" && (
            <SayForm
              values={{ id }}
              paragraphs={here.references.map((one) => ({
                value: one.id,
                label: [one.reference, one.words].filter(Boolean).join(" "),
              }))}
              action={sayAction}
            />
          )}
        </div>
      </Section>
    </div>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Pager } from "@/components/list/pager";
import { MailingSteps } from "@/components/mailing/mailing-steps";
import { MailingWords } from "@/components/mailing/mailing-words";
import { Progress } from "@/components/mailing/progress";
import { LanguageCounts, LeftOutList } from "@/components/mailing/recipients-summary";
import { RecipientsTable } from "@/components/mailing/recipients-table";
import { StatusBadge } from "@/components/status-badge";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { leftOutOf, mailingRecipients, pageSize } from "@/domain/mailings/queries";
import { deliveryProgress, mailingState, targetOf } from "@/domain/mailings/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { pageNumber, type SearchParams } from "@/lib/list";
import { formatInstant } from "@/lib/time";
import { discardAction, releaseAction, removeDraftAction } from "../../actions";
import { participantsOf } from "../../filter";
import { mailingHere } from "../mailing";

type Params = Promise<{ id: string; mailingId: string }>;
type Props = { params: Params; searchParams: SearchParams };

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { id, mailingId } = await params;
  const [{ mailing }, locale] = await Promise.all([mailingHere(id, mailingId), getLocale()]);
  return { title: pick(mailing.subject, locale).text };
}

/** A bulk mail: what it says, exactly who gets it, how far it is, and letting it go. */
export default async function MailingPage({ params, searchParams }: Props) {
  const { id, mailingId } = await params;
  const { actor, event, mailing } = await mailingHere(id, mailingId);
  const page = pageNumber.parse((await searchParams).page);
  const state = mailingState(mailing, mailing.queued);
  const isDraft = state === "draft";
  const [t, targets, locale, list, leftOut] = await Promise.all([
    getTranslations("mailing.bulk"),
    getTranslations("enums.mailingTarget"),
    getLocale(),
    mailingRecipients(actor, mailing.id, page),
    isDraft ? leftOutOf(actor, mailing, participantsOf(mailing.filter.query ?? "")) : [],
  ]);
  const subject = pick(mailing.subject, locale);
  const target = targetOf(mailing.filter);
  const base = `/${locale}/organize/events/${id}/mail`;
  const told = (at: Date) => formatInstant(at, event.zone, locale);
  const delivery = deliveryProgress(mailing);
  const written = mailing.draft - mailing.wordless;
  return (
    <div className="space-y-8">
      <header className="space-y-2">
        <p className="text-sm">
          <Link className="link" href={base as Route}>
            {t("all")}
          </Link>
        </p>
        <h2 className="text-2xl" lang={langOf(subject, locale)}>
          {subject.text}
        </h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
          <StatusBadge of="mailingState" state={state} />
          <Target
            words={t("filter", { target: targets(target) })}
            href={
              target === "participants"
                ? `/${locale}/organize/events/${id}/participants?${mailing.filter.query ?? ""}`
                : undefined
            }
          />
          <span>
            {isDraft && t("draftLead", { when: told(mailing.createdAt), name: mailing.createdByName })}
            {mailing.releasedAt && t("releasedLead", { when: told(mailing.releasedAt) })}
            {mailing.discardedAt && t("discardedLead", { when: told(mailing.discardedAt) })}
          </span>
        </p>
      </header>
      {isDraft && mailing.wordless > 0 && (
        <Progress
          label={t("wording", { done: written, of: mailing.draft })}
          done={written}
          of={mailing.draft}
        />
      )}
      {mailing.releasedAt && <Progress label={t("delivering", delivery)} {...delivery} />}
      {isDraft && mailing.draft > 0 && mailing.wordless === 0 && (
        <MailingSteps
          key={mailing.revision}
          mailing={{ id: mailing.id, revision: mailing.revision }}
          count={mailing.draft}
          had={list.had}
          languages={list.languages}
          release={releaseAction}
          discard={discardAction}
        />
      )}
      <Section
        title={t("what")}
        aside={
          isDraft && (
            <LinkButton size="small" href={`${base}/bulk/${mailing.id}/edit` as Route}>
              {t("edit")}
            </LinkButton>
          )
        }
      >
        <MailingWords subject={mailing.subject} body={mailing.body} />
        {mailing.withCalendar > 0 && <p className="mt-4 text-muted text-sm">{t("withFile")}</p>}
      </Section>
      <Section title={t("recipients")}>
        <div className="mb-4 space-y-2">
          <LanguageCounts counts={list.languages} />
          {list.had > 0 && <p className="text-sm">{t("had", { count: list.had })}</p>}
          <LeftOutList leftOut={leftOut} />
        </div>
        <RecipientsTable rows={list.rows} remove={isDraft ? removeDraftAction : undefined} />
        <Pager total={list.total} page={page} size={pageSize} current={{}} />
      </Section>
    </div>
  );
}

/** Whom it was composed for; the filter as it was is a look at the list of participants away. */
function Target({ words, href }: { words: string; href?: string }) {
  if (!href) return <span>{words}</span>;
  return (
    <Link className="link" href={href as Route}>
      {words}
    </Link>
  );
}

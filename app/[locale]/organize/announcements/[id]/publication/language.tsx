import type { Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PublishStep } from "@/components/announcements/publication-steps";
import { WithdrawStep } from "@/components/announcements/withdraw-step";
import type { Choice } from "@/components/form/choice-fields";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { addressIn } from "@/domain/announcements/address/rules";
import type { announcementForOrganizer } from "@/domain/announcements/organizer-queries";
import type { FormAction } from "@/lib/form";
import { withdrawAnnouncementAction } from "../../actions";
import type { PublishingState } from "./states";

type Props = {
  state: PublishingState;
  announcement: Awaited<ReturnType<typeof announcementForOrganizer>>;
  actor: Actor;
  common: { id: string; revision: number; zone: string; names: string[]; action: FormAction };
  others: Choice[];
};

/** One language: what of it is public or will be, what could go out, and the steps. */
export async function PublicationOfLanguage({ state, announcement, actor, common, others }: Props) {
  const { lang, current, scheduled, last, offered, unapproved, forcible, obstacles } = state;
  const [t, more, enums, locale] = await Promise.all([
    getTranslations("announcements"),
    getTranslations("announcements.publication"),
    getTranslations("enums.locale"),
    getLocale(),
  ]);
  const language = enums(lang);
  const numberOf = (id: string | undefined) => announcement.heads.find((head) => head.id === id)?.number ?? 0;
  const standing = [current, scheduled].filter((one) => one !== undefined);
  const follows = current ? [lang] : [];
  const base = `/${locale}/organize/announcements/${announcement.id}`;
  return (
    <Section
      title={<span className="inline-block first-letter:uppercase">{language}</span>}
      aside={<StatusBadge of="publicationState" state={state.state} />}
    >
      <div className="space-y-4">
        {current && (
          <p className="text-sm">
            {more("current", { number: numberOf(current.revisionId) })}{" "}
            <Time at={current.publicFrom} zone={current.zone} />{" "}
            <Link
              className="link"
              href={`/${lang}/news/${addressIn(announcement.addresses, announcement.slug, lang)}` as Route}
            >
              {t("publicPage")}
            </Link>
          </p>
        )}
        {scheduled && (
          <div className="measure text-sm">
            <p>
              {t("publicFrom")} <Time at={scheduled.publicFrom} zone={scheduled.zone} />
            </p>
            <p>{more("pinned", { number: numberOf(scheduled.revisionId) })}</p>
          </div>
        )}
        {standing.some((one) => one.unreviewed) && (
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <Badge tone="danger">{t("review.unreviewed")}</Badge>
            <Link className="link" href={`${base}/review` as Route}>
              {more("toReview")}
            </Link>
          </p>
        )}
        {standing.length === 0 && last?.withdrawnAt && (
          <p className="measure text-sm">{t("withdrawnBecause", { reason: last.withdrawalReason })}</p>
        )}
        {unapproved && <p className="text-sm">{more("newer", { number: unapproved.number })}</p>}
        {can(actor, "announcement.publish") && obstacles.join() !== "already_public" && (
          <PublishStep
            key={`${offered?.id} ${current?.id}`}
            {...common}
            languages={[lang]}
            label={t("publish.button", { language })}
            seen={offered ? [offered.id] : []}
            obstacles={obstacles}
            follows={follows}
          />
        )}
        {obstacles.includes("not_approved") && (
          <p className="text-sm">
            <Link className="link" href={`${base}/review` as Route}>
              {more("toReview")}
            </Link>
          </p>
        )}
        <div className="flex flex-wrap items-start gap-2">
          {forcible && can(actor, "announcement.publish") && (
            <PublishStep
              key={`force ${forcible.id} ${current?.id}`}
              {...common}
              languages={[lang]}
              label={more("force", { language })}
              seen={[forcible.id]}
              obstacles={[]}
              follows={follows}
              forced={forcible.number}
            />
          )}
          {can(actor, "announcement.withdraw") &&
            standing.map((one) => (
              <WithdrawStep
                key={one.id}
                id={announcement.id}
                publicationId={one.id}
                language={language}
                embargoed={one === scheduled}
                names={common.names}
                others={others}
                before={earlierReason(announcement.publications, one.locale)}
                action={withdrawAnnouncementAction}
              />
            ))}
        </div>
      </div>
    </Section>
  );
}

/** The reason given when a text of the language was last taken back, and then came back. */
function earlierReason(publications: Props["announcement"]["publications"], locale: string) {
  const taken = publications.filter((one) => one.locale === locale && one.withdrawalKind !== null);
  return taken.at(-1)?.withdrawalReason ?? "";
}

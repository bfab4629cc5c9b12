import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { createPressLinkAction, revokePressLinkAction, sendToListAction } from "@/app/_request/press-links";
import { EarlyAccess } from "@/components/press/early-access";
import { PublishStep, WithdrawStep } from "@/components/statements/publication-steps";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { pressLinksOf } from "@/domain/press-links/queries";
import { underEmbargo } from "@/domain/press-links/rules";
import { listWithoutLink } from "@/domain/press-links/send-to-list";
import { reviewedRevisions } from "@/domain/statements/organizer-queries";
import { warningsOnPublishing } from "@/domain/statements/publishing/rules";
import { publicStatements } from "@/domain/statements/queries";
import { obstaclesToPublishing, publicationState } from "@/domain/statements/rules";
import { translationsOf } from "@/domain/statements/translation/queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { formatInstant } from "@/lib/time";
import { publishAction, withdrawStatementAction } from "../../actions";
import { statementHere } from "../statement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("tabs.publication") };
}

/** What each language is to the public, and the steps from there. */
export default async function PublicationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const at = now();
  const { actor, statement, latest } = await statementHere(id);
  const [t, enums, locale, group, translations, publicOnes, reviewed, links, waiting] = await Promise.all([
    getTranslations("statements"),
    getTranslations("enums"),
    getLocale(),
    groupProfile(),
    translationsOf(actor, statement),
    publicStatements(at),
    reviewedRevisions(actor, id),
    pressLinksOf(actor, { of: "statement", id }, at),
    listWithoutLink(actor, { of: "statement", id }),
  ]);
  const embargoed = underEmbargo(statement.publications, at).length > 0;
  const zone = statement.eventZone ?? group.zone;
  const others = publicOnes
    .filter((one) => one.id !== id)
    .map((one) => ({ value: one.id, label: pick(one.title, locale).text }));
  return (
    <div className="space-y-10">
      {locales.map((lang) => {
        const language = enums(`locale.${lang}`);
        const head = latest(lang);
        const published = statement.publications.filter((one) => one.locale === lang);
        const live = published.find((one) => !one.withdrawnAt);
        const obstacles = obstaclesToPublishing({
          kind: statement.kind,
          locale: lang,
          authenticLocale: statement.authenticLocale,
          behind: translations.find((one) => one.locale === lang)?.behind ?? false,
          latest: head,
          adoptedRevisionId: statement.adoption?.revisionId,
          liveRevisionId: live?.revisionId,
        });
        const state = publicationState(published[0], at);
        const liveHead = statement.heads.find((one) => one.id === live?.revisionId);
        return (
          <Section key={lang} title={language} aside={<StatusBadge of="publicationState" state={state} />}>
            <div className="space-y-4">
              {live && (
                <p className="text-sm">
                  {t("publicFrom", { number: liveHead?.number ?? 0 })}{" "}
                  <Time at={live.publicFrom} zone={live.zone} />{" "}
                  {live.zone !== "UTC" && (
                    <span className="text-muted">
                      ({t("publishing.utc", { time: formatInstant(live.publicFrom, "UTC", locale) })}){" "}
                    </span>
                  )}
                  {state === "published" && (
                    <Link className="link" href={`/${lang}/statements/${statement.slug}` as Route}>
                      {t("publicPage")}
                    </Link>
                  )}
                </p>
              )}
              {published[0]?.withdrawnAt && (
                <p className="measure text-sm">
                  {t("withdrawnBecause", { reason: published[0].withdrawalReason })}
                </p>
              )}
              {liveHead && head && head.id !== liveHead.id && (
                <p className="text-sm">
                  <Link
                    className="link"
                    href={
                      `/${locale}/organize/statements/${id}/compare?from=${liveHead.id}&to=${head.id}` as Route
                    }
                  >
                    {t("sincePublished")}
                  </Link>
                </p>
              )}
              <div className="flex flex-wrap gap-2">
                {can(actor, "statement.publish") && (
                  <PublishStep
                    key={head?.id}
                    id={id}
                    locale={lang}
                    language={language}
                    revision={head}
                    zone={zone}
                    obstacles={obstacles}
                    warnings={warningsOnPublishing({
                      locale: lang,
                      authenticLocale: statement.authenticLocale,
                      reviewed: head !== undefined && reviewed.has(head.id),
                    })}
                    follows={state === "published"}
                    action={publishAction}
                  />
                )}
                {live && can(actor, "statement.withdraw") && (
                  <WithdrawStep
                    key={live.id}
                    id={id}
                    publicationId={live.id}
                    language={language}
                    embargoed={state === "embargoed"}
                    others={others}
                    action={withdrawStatementAction}
                  />
                )}
              </div>
            </div>
          </Section>
        );
      })}
      {can(actor, "press-link.create") && (embargoed || links.length > 0) && (
        <EarlyAccess
          target={{ of: "statement", id }}
          links={links}
          zone={zone}
          embargoed={embargoed}
          waiting={waiting}
          actions={{
            create: createPressLinkAction,
            revoke: revokePressLinkAction,
            sendToList: sendToListAction,
          }}
        />
      )}
    </div>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { AccessionState, Localized } from "@/db/enums";
import type { ApprovalObstacle } from "@/domain/accessions/rules";
import { hasEnded } from "@/domain/accessions/rules";
import { pick } from "@/lib/i18n/pick";
import { formatDay } from "@/lib/time";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";

type Props = {
  accession: {
    state: AccessionState;
    due: string | null;
    overdue: boolean;
    obstacles: readonly ApprovalObstacle[];
    endReason: string;
    erasedAt: Date | null;
    approvedOn: string | null;
    organisationId: string | null;
    membership: { id: string; joinedOn: string } | null;
    namesakes: readonly { id: string; name: Localized }[];
    others: readonly { id: string; name: Localized; receivedOn: string }[];
  };
  /** Where the workspace keeps applications. */
  base: string;
  /** Whether it still awaits a decision. */
  obstaclesFor: boolean;
};

/** Where an application stands: its deadline, what stands in the way, whom it may be about, what became of it. */
export function Standing({ accession, base, obstaclesFor }: Props) {
  const t = useTranslations("accessions");
  const locale = useLocale();
  const { state, due, overdue, obstacles, membership, approvedOn, organisationId } = accession;
  const named = (name: Localized) => pick(name, locale).text;
  const organisations = `/${locale}/organize/organisations`;
  return (
    <>
      {due && (
        <p className={overdue ? "font-medium text-danger text-sm" : "text-sm"}>
          {t(overdue ? "overdueSince" : "dueBy", { day: formatDay(due, locale) })}
        </p>
      )}
      {approvedOn && membership && (
        <p className="measure text-sm">
          {t("approvedOn", {
            day: formatDay(approvedOn, locale),
            joined: formatDay(membership.joinedOn, locale),
          })}
        </p>
      )}
      {hasEnded(state) &&
        (accession.erasedAt ? (
          <p className="measure text-sm">
            {t("erased", { day: formatDay(accession.erasedAt.toISOString().slice(0, 10), locale) })}
          </p>
        ) : (
          <p className="measure break-words text-sm">{t("endedBecause", { reason: accession.endReason })}</p>
        ))}
      {state === "approved" && membership && (
        <Notice tone="warning" title={t("embargo")}>
          <p>
            <LinkButton
              look="primary"
              className="mt-2"
              href={`/${locale}/organize/announcements/new?membership=${membership.id}` as Route}
            >
              {t("draft")}
            </LinkButton>
          </p>
        </Notice>
      )}
      {organisationId && (
        <p className="measure text-sm">
          <Link className="link" href={`${organisations}/${organisationId}` as Route}>
            {t("toOrganisation")}
          </Link>
          {membership && !hasEnded(state) && <span className="block text-muted">{t("leaving")}</span>}
        </p>
      )}
      {obstaclesFor && accession.namesakes.length > 0 && (
        <Notice title={t("alike")}>
          <p>{t("alikeText")}</p>
          <ul className="list-disc ps-5">
            {accession.namesakes.map((one) => (
              <li key={one.id}>
                <Link className="link" href={`${organisations}/${one.id}` as Route}>
                  {named(one.name)}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {obstaclesFor && accession.others.length > 0 && (
        <Notice tone="warning" title={t("others")}>
          <ul className="list-disc ps-5">
            {accession.others.map((one) => (
              <li key={one.id}>
                <Link className="link" href={`${base}/${one.id}` as Route}>
                  {named(one.name)}
                </Link>
                , {formatDay(one.receivedOn, locale)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {obstaclesFor && obstacles.length > 0 && <Obstacles codes={obstacles} />}
    </>
  );
}

function Obstacles({ codes }: { codes: readonly ApprovalObstacle[] }) {
  const t = useTranslations("accessions");
  const obstacles = useTranslations("accessions.obstacles");
  return (
    <Notice title={t("obstaclesTitle")}>
      <ul className="list-disc space-y-1 ps-5">
        {codes.map((code) => (
          <li key={code}>{obstacles(code)}</li>
        ))}
      </ul>
    </Notice>
  );
}

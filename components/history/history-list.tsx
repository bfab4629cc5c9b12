import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, SubjectKind } from "@/db/enums";
import { langOf, pick } from "@/lib/i18n/pick";
import { Time } from "../time";
import { EmptyState } from "../ui/empty-state";

type Deed = {
  id: number;
  at: Date;
  actorName: string;
  action: string;
  subjectKind: SubjectKind;
  reason: string;
  details: Record<string, unknown>;
  /** What it was about, where the list is about more than one thing. */
  subject?: { name: Localized; path: string };
};

/** Who did what, when and why, latest first. */
export function HistoryList({ deeds, zone }: { deeds: Deed[]; zone: string }) {
  const t = useTranslations("history");
  const actors = useTranslations("history.actors");
  // Whoever is not signed in has no name in history.
  const actor = (name: string) =>
    name === "public" || name === "participant" || name === "invitee" || name === "applicant"
      ? actors(name)
      : name;
  if (deeds.length === 0) return <EmptyState title={t("none")} />;
  return (
    <ol className="text-sm">
      {deeds.map((deed) => (
        <li
          key={deed.id}
          className="grid gap-x-6 gap-y-0.5 border-rule border-t py-2.5 sm:grid-cols-[17rem_minmax(0,1fr)]"
        >
          <Time at={deed.at} zone={zone} className="text-muted tabular-nums" />
          <div className="min-w-0">
            <p>
              <span className="font-medium">{actor(deed.actorName)}</span>{" "}
              {t(`actions.${deed.action.replace(".", "_")}` as "none")}
              {deed.subject && <SubjectLink {...deed.subject} />}
            </p>
            <Details details={deed.details} />
            {deed.reason && <p className="measure text-muted">{t("reason", { reason: deed.reason })}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function SubjectLink({ name, path }: { name: Localized; path: string }) {
  const locale = useLocale();
  const picked = pick(name, locale);
  return (
    <>
      {": "}
      <Link href={`/${locale}/organize${path}` as Route} className="link" lang={langOf(picked, locale)}>
        {picked.text}
      </Link>
    </>
  );
}

/** From which state to which, and which fields changed. */
function Details({ details }: { details: Record<string, unknown> }) {
  const t = useTranslations("history");
  const states = useTranslations("enums.participationState");
  const { from, to, changed } = details;
  const state = (value: unknown) =>
    typeof value === "string" && states.has(value as "approved") ? states(value as "approved") : "";
  const field = (name: string) => (t.has(`fields.${name}` as "none") ? t(`fields.${name}` as "none") : name);
  const parts = [
    from || to ? [state(from), state(to)].filter(Boolean).join(" → ") : "",
    Array.isArray(changed) && changed.length > 0
      ? t("changed", { fields: changed.map((name) => field(String(name))).join(", ") })
      : "",
  ].filter(Boolean);
  return parts.length > 0 ? <p className="text-muted">{parts.join(" · ")}</p> : null;
}

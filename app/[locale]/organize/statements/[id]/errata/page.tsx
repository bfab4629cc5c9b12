import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecideForm } from "@/components/errata/decide-form";
import { Mistake } from "@/components/errata/mistake";
import { ReportForm } from "@/components/errata/report-form";
import { paragraphNames } from "@/components/statements/paragraph-names";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/time";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { errataOf, textsToCorrect } from "@/domain/errata/queries";
import { groupProfile } from "@/domain/group/queries";
import { statementHere } from "../statement";
import { decideErratumAction, reportErratumAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errata");
  return { title: t("tab") };
}

/** Mistakes in the adopted text: what was reported, deciding on it, and reporting another. */
export default async function ErrataPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, statement } = await statementHere(id);
  const [t, enums, group] = await Promise.all([
    getTranslations("errata"),
    getTranslations("enums"),
    groupProfile(),
  ]);
  if (!statement.adoption) return <EmptyState title={t("notAdopted")}>{t("notAdoptedText")}</EmptyState>;
  const [errata, texts] = await Promise.all([errataOf(actor, id), textsToCorrect(actor, id)]);
  const names = texts.map((text) => ({ ...text, choices: paragraphNames(text.paragraphs) }));
  const references = new Map(names.flatMap(({ choices }) => choices.map((one) => [one.value, one.label])));
  return (
    <div className="space-y-10">
      <Section title={t("title")}>
        <p className="measure mb-4 text-muted text-sm">{t("lead")}</p>
        {errata.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <ul>
            {errata.map((one) => (
              <li key={one.id} className="space-y-3 border-rule border-t py-4">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
                  <StatusBadge of="erratumState" state={one.state} />
                  <span className="font-medium">
                    {t("paragraph", { name: references.get(one.paragraphId) ?? "–" })}
                  </span>
                  <span className="text-muted">
                    {enums(`locale.${one.locale}`)} · {enums(`erratumKind.${one.kind}`)} · {one.reportedBy},{" "}
                    <Time at={one.reportedAt} zone={group.zone} />
                  </span>
                </p>
                <Mistake lang={one.locale} says={one.says} shouldSay={one.shouldSay} />
                {one.decidedAt && (
                  <p className="wrap-anywhere text-muted text-sm">
                    {one.decidedBy}, <Time at={one.decidedAt} zone={group.zone} />
                    {one.reason && `: ${one.reason}`}
                  </p>
                )}
                {(one.state === "reported" || one.state === "held") && can(actor, "erratum.decide") && (
                  <DecideForm
                    key={one.revision}
                    id={one.id}
                    revision={one.revision}
                    action={decideErratumAction}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {can(actor, "erratum.report") && (
        <Section title={t("report.title")}>
          <div className="space-y-4">
            {names.map(({ locale, choices }) => (
              <details key={locale} open={names.length === 1}>
                <summary className="link inline-block min-h-6 text-sm">
                  {t("report.inText", { language: enums(`locale.${locale}`) })}
                </summary>
                <div className="mt-4">
                  <ReportForm
                    key={errata.length}
                    statementId={id}
                    locale={locale}
                    paragraphs={choices}
                    action={reportErratumAction}
                  />
                </div>
              </details>
            ))}
          </div>
        </Section>
      )}
    </div>
  );
}

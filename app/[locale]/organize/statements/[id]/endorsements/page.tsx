import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PositionForm } from "@/components/statements/position-form";
import { PositionsTable } from "@/components/statements/positions-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { endorserChoices, positionsOf, revisionOf } from "@/domain/statements/organizer-queries";
import { numbered } from "@/domain/statements/rules";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";
import { recordPositionAction, withdrawPositionAction } from "../../actions";
import { statementHere } from "../statement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("tabs.endorsements") };
}

/** Who endorses the statement, and recording another. */
export default async function EndorsementsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const at = now();
  const { actor, statement } = await statementHere(id);
  const [t, locale, group, positions, organisations] = await Promise.all([
    getTranslations("statements"),
    getLocale(),
    groupProfile(),
    positionsOf(actor, id),
    endorserChoices(actor, at),
  ]);
  if (!statement.adoption)
    return <EmptyState title={t("notAdoptedYet")}>{t("endorseAfterAdoption")}</EmptyState>;
  const adopted = await revisionOf(actor, id, statement.adoption.revisionId);
  const today = dayIn(at, group.zone);
  const live = new Set(positions.filter((one) => !one.withdrawnOn).map((one) => one.organisationId));
  const rows = positions
    .map((one) => ({ ...one, name: pick(one.name, locale).text }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <div className="space-y-10">
      {can(actor, "position.record") && (
        <Section title={t("position.recordTitle")}>
          <PositionForm
            key={positions.length}
            id={id}
            today={today}
            organisations={namedChoices(
              organisations.filter((one) => !live.has(one.id)),
              locale,
            )}
            paragraphs={numbered(adopted.paragraphs)
              .filter((one) => one.kind !== "heading")
              .map((one) => ({
                value: one.id,
                label: one.number ? (one.reference ?? one.number) : `${one.text.slice(0, 40)}…`,
              }))}
            action={recordPositionAction}
          />
        </Section>
      )}
      <Section title={t("position.count", { count: live.size })}>
        {rows.length === 0 ? (
          <EmptyState title={t("position.none")} />
        ) : (
          <PositionsTable
            id={id}
            today={today}
            rows={rows}
            mayWithdraw={can(actor, "position.withdraw")}
            action={withdrawPositionAction}
          />
        )}
      </Section>
    </div>
  );
}

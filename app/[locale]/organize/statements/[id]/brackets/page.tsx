import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BracketsChart } from "@/components/statements/brackets-chart";
import { InlineText } from "@/components/statements/inline-text";
import { LockedNotice } from "@/components/statements/locked-notice";
import { SettleForm } from "@/components/statements/settle-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { bracketCounts, holderChoices } from "@/domain/statements/brackets/queries";
import { type OpenBracket, openBracketsOf } from "@/domain/statements/brackets/rules";
import { lockedBy } from "@/domain/statements/locked";
import { revisionOf } from "@/domain/statements/organizer-queries";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import { settleAction } from "../../text-actions";
import { statementHere } from "../statement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return { title: t("tabs.brackets") };
}

/** What is not agreed yet: every open bracket to be settled, and how many there were in each revision. */
export default async function BracketsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, statement, latest } = await statementHere(id);
  const { authenticLocale } = statement;
  const head = latest(authenticLocale);
  const [t, locale, counts, locked, revision] = await Promise.all([
    getTranslations("statements.brackets"),
    getLocale(),
    bracketCounts(actor, id, authenticLocale),
    lockedBy(actor, id),
    head ? revisionOf(actor, id, head.id) : undefined,
  ]);
  const holders = await holderChoices(actor, id, revision?.paragraphs ?? [], now());
  const names = Object.fromEntries(holders.map(({ id: of, name }) => [of, pick(name, locale).text]));
  const open = openBracketsOf(revision?.paragraphs ?? []);
  const fixed = locked !== undefined || statement.adoption !== undefined || !can(actor, "statement.edit");
  const label = (bracket: OpenBracket) =>
    bracket.reference
      ? t("ofParagraph", { number: bracket.index + 1, reference: bracket.reference })
      : t("ofText", { number: bracket.index + 1 });
  return (
    <div className="space-y-10">
      {locked && <LockedNotice procedure={locked} />}
      <Section title={t("open", { count: open.length })}>
        {open.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>
        ) : (
          <ol className="space-y-6">
            {open.map((bracket) => (
              <li
                key={`${revision?.id}-${bracket.paragraphId}-${bracket.index}`}
                className="grid gap-x-8 gap-y-3 border-rule border-t pt-4 lg:grid-cols-2"
              >
                <div className="min-w-0">
                  <h3 className="mb-1 font-medium text-sm">{label(bracket)}</h3>
                  <p lang={authenticLocale} className="measure whitespace-pre-line break-words font-serif">
                    <InlineText text={bracket.text} view="brackets" />
                  </p>
                </div>
                {!fixed && revision && (
                  <SettleForm
                    statement={{ id, locale: authenticLocale }}
                    basedOn={revision.id}
                    bracket={bracket}
                    names={names}
                    label={label(bracket)}
                    action={settleAction}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section title={t("byRevision")}>
        <BracketsChart counts={counts} />
      </Section>
    </div>
  );
}

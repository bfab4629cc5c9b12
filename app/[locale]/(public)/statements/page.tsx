import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PeriodMarks } from "@/components/periods/period-banner";
import { StatementLine } from "@/components/statements/statement-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { groupProfile } from "@/domain/group/queries";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { pageMetadata } from "@/lib/seo";
import { dayIn } from "@/lib/time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("statements");
  return pageMetadata({
    title: t("title"),
    description: t("lead"),
    path: "/statements",
    locale: await getLocale(),
  });
}

/** Every public statement, latest first. */
export default async function StatementsPage() {
  const at = now();
  const [t, group, statements] = await Promise.all([
    getTranslations("statements"),
    groupProfile(),
    publicStatements(at),
  ]);
  const dated = statements.map(({ id, adoptedAt, publicFrom, zone }) => ({
    id,
    day: dayIn(adoptedAt ?? publicFrom, zone ?? group.zone),
  }));
  const closed = await closedPeriodsBy("statement", dated, dayIn(at, group.zone), at);
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <h2 className="sr-only">{t("all", { count: statements.length })}</h2>
      {statements.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <ol>
          {statements.map((statement) => (
            <StatementLine key={statement.id} statement={statement}>
              <PeriodMarks periods={closed.get(statement.id)} />
            </StatementLine>
          ))}
        </ol>
      )}
    </>
  );
}

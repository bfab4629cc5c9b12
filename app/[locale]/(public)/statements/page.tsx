import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StatementLine } from "@/components/statements/statement-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { publicStatements } from "@/domain/statements/queries";
import { now } from "@/lib/clock";
import { pageMetadata } from "@/lib/seo";

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
  const [t, statements] = await Promise.all([getTranslations("statements"), publicStatements(now())]);
  return (
    <>
      <PageHeading title={t("title")} below={t("lead")} />
      <h2 className="sr-only">{t("all", { count: statements.length })}</h2>
      {statements.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <ol>
          {statements.map((statement) => (
            <StatementLine key={statement.id} statement={statement} />
          ))}
        </ol>
      )}
    </>
  );
}

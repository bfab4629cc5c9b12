import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OperationCard } from "@/components/api/operation-card";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { operations, parametersOf } from "@/domain/api/openapi";
import { absolute, pageMetadata } from "@/lib/seo";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("api"), getLocale()]);
  return pageMetadata({ title: t("title"), description: t("lead"), path: "/api", locale });
}

const rules = ["public", "languages", "pages", "changed", "failures", "stable"] as const;

/** What programs may read, for the people who write them: made of the same list as the OpenAPI document. */
export default async function ApiPage() {
  const t = await getTranslations("api");
  const base = absolute("/api/v1");
  return (
    <article className="space-y-10 [overflow-wrap:anywhere]">
      <PageHeading title={t("title")} below={t("lead")} />
      <Section title={t("begin")}>
        <ul className="measure list-disc space-y-2 ps-5 text-sm">
          {rules.map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
        <p className="mt-4 text-sm">
          <a className="link inline-block min-h-6" href={`${base}/openapi.json`}>
            {t("document")}
          </a>
        </p>
      </Section>
      <Section title={t("questions")}>
        <ul className="space-y-6">
          {operations.map((operation) => (
            <OperationCard
              key={operation.id}
              operation={operation}
              example={operation.path.includes("{") ? undefined : `${base}${operation.path}`}
              parameters={parametersOf(operation.asked).map(({ name, schema }) => ({
                name,
                values: "enum" in schema && Array.isArray(schema.enum) ? schema.enum.map(String) : [],
              }))}
            />
          ))}
        </ul>
      </Section>
      <Section title={t("webhooks")}>
        <p className="measure text-sm">{t("webhooksText")}</p>
      </Section>
    </article>
  );
}

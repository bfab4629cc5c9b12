import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Time } from "@/components/time";
import { Section } from "@/components/ui/section";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { listTemplates } from "@/domain/templates/queries";
import { eventHere } from "../../event";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mailing.templates");
  return { title: t("title") };
}

/** The mails that leave by themselves, and which of them the event words in its own way. */
export default async function TemplatesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  const [t, languages, locale, rows] = await Promise.all([
    getTranslations("mailing.templates"),
    getTranslations("enums.locale"),
    getLocale(),
    listTemplates(actor, id),
  ]);
  const base = `/${locale}/organize/events/${id}/mail/templates`;
  return (
    <Section title={t("title")}>
      <p className="measure mb-4 text-muted text-sm">{t("lead")}</p>
      <Table label={t("title")}>
        <thead>
          <tr>
            <Th>{t("mail")}</Th>
            <Th>{t("words")}</Th>
            <Th>{t("changed")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ template, own, updatedAt }) => (
            <Tr key={template}>
              <Td>
                <Link className="link-quiet font-medium" href={`${base}/${template}` as Route}>
                  {t(`name.${template}`)}
                </Link>
              </Td>
              <Td className={own.length > 0 ? undefined : "text-muted"}>
                {own.length > 0
                  ? t("own", { languages: own.map((one) => languages(one)).join(", ") })
                  : t("house")}
              </Td>
              <Td className="tabular-nums">{updatedAt && <Time at={updatedAt} zone={event.zone} />}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { focalPoint } from "@/app/_request/actor";
import { ReportForm } from "@/components/errata/report-form";
import { paragraphNames } from "@/components/statements/paragraph-names";
import { Treaty } from "@/components/statements/treaty";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { textsToCorrect } from "@/domain/errata/queries";
import { Refusal } from "@/lib/refusal";
import { reportErratumAtDeskAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errata");
  return { title: t("report.title") };
}

/** Reporting a mistake in an adopted text at the desk, for those who took part in it; 404 for everybody else. */
export default async function DeskErrataPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [actor, t, desk, locale] = await Promise.all([
    focalPoint(),
    getTranslations("errata"),
    getTranslations("desk"),
    getLocale(),
  ]);
  if (!z.uuid().safeParse(id).success) notFound();
  const [text] = await textsToCorrect(actor, id).catch((error) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  if (!text) notFound();
  return (
    <>
      <PageHeading
        title={t("report.title")}
        above={
          <Link className="link" href={`/${locale}/desk` as Route}>
            {desk("back")}
          </Link>
        }
        below={t("lead")}
      />
      <div className="space-y-10">
        <ReportForm
          statementId={id}
          locale={text.locale}
          paragraphs={paragraphNames(text.paragraphs)}
          action={reportErratumAtDeskAction}
        />
        <Section title={<span lang={text.locale}>{text.title}</span>}>
          <div className="wrap-anywhere">
            <Treaty lang={text.locale} paragraphs={text.paragraphs} />
          </div>
        </Section>
      </div>
    </>
  );
}

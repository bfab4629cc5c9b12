import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundMessage } from "@/components/layout/not-found-message";
import { answerWith } from "@/lib/http/status";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout.notFound");
  return { title: t("title"), robots: { index: false } };
}

/** Every address below a language that no page has. Rendered whole, so that it is readable without JavaScript. */
export default async function NoSuchPage() {
  answerWith(404);
  return <NotFoundMessage locale={await getLocale()} />;
}

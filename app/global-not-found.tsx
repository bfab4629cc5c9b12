import "./globals.css";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { NotFoundMessage } from "@/components/layout/not-found-message";
import { preferredLocale } from "@/lib/i18n/locale";
import { fonts } from "./fonts";

/** An address outside every language: answered in the one the reader prefers. */
export default async function GlobalNotFound() {
  const locale = preferredLocale((await headers()).get("accept-language"));
  const t = await getTranslations({ locale, namespace: "layout" });
  return (
    <html lang={locale} className={fonts}>
      <body>
        <title>{t("notFound.title")}</title>
        <main className="mx-auto w-full max-w-5xl px-4 py-16 sm:px-6">
          <NotFoundMessage locale={locale} />
        </main>
      </body>
    </html>
  );
}

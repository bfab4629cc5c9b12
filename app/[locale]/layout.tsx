import "../globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { endRehearsalAction } from "@/app/_request/end-rehearsal";
import { themeCookie, themeOf } from "@/components/layout/theme";
import { RehearsalBanner } from "@/components/releases/rehearsal-banner";
import { locales } from "@/db/enums";
import { currentRehearsal } from "@/domain/releases/rehearsal";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { fonts } from "../fonts";

/** Pages are made per request: what is public is asked at the moment of reading, and the CSP carries a nonce. */
export const dynamic = "force-dynamic";

/** Only the languages of the interface are addresses; any other first part is the 404 outside of them. */
export const dynamicParams = false;
export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

/** Addresses in it are of this installation, which is known when a page is asked for and not when it is built. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().BASE_URL),
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
};

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The page around every page: its language, its faces, and light or dark where the workspace chose one. */
export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const rehearsal = currentRehearsal();
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <html lang={locale} className={fonts} data-theme={theme}>
      <body>
        <NextIntlClientProvider messages={{ layout: { error: messages[locale].layout.error } }}>
          {rehearsal && <RehearsalBanner rehearsal={rehearsal} end={endRehearsalAction} />}
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/db/enums";
import type messages from "@/messages/en.json";

type Namespace = keyof typeof messages;

/** What every form needs. */
const always: Namespace[] = ["common", "enums", "validation", "refusals"];

type Props = {
  namespaces?: readonly Namespace[];
  /** Another language than the page's: for showing how something reads in it. */
  locale?: Locale;
  children: ReactNode;
};

/** Hands the words of some namespaces to the client components inside, and no others: pages stay light. */
export async function ClientMessages({ namespaces = [], locale, children }: Props) {
  const all = await getMessages(locale && { locale });
  const wanted = new Set<string>([...always, ...namespaces]);
  const messages = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)));
  return (
    <NextIntlClientProvider {...(locale ? { locale } : {})} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}

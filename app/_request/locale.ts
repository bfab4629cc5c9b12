import "server-only";
import { headers } from "next/headers";
import type { Locale } from "@/db/enums";
import { fallbackLocale, isLocale } from "@/lib/i18n/locale";

/** The language of the page an action was sent from: the first part of its address. */
export async function requestLocale(): Promise<Locale> {
  const path = (await headers()).get("x-plenary-path") ?? "";
  const first = path.split(/[/?]/)[1];
  return isLocale(first) ? first : fallbackLocale;
}

"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type Locale, locales } from "@/db/enums";
import { languageNames } from "@/lib/i18n/locale";

/** The same page in another language. A whole new page, so a plain link. */
export function LanguageSwitch({ locale, label }: { locale: Locale; label: string }) {
  const path = usePathname();
  const search = useSearchParams().toString();
  const twin = (other: Locale) => path.replace(/^\/[^/]*/, `/${other}`) + (search ? `?${search}` : "");
  return (
    <ul aria-label={label} className="flex gap-4 text-sm print:hidden">
      {locales
        .filter((other) => other !== locale)
        .map((other) => (
          <li key={other}>
            <a href={twin(other)} lang={other} hrefLang={other} className="link inline-block py-1">
              {languageNames[other]}
            </a>
          </li>
        ))}
    </ul>
  );
}

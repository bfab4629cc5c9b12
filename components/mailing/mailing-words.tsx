import { useTranslations } from "next-intl";
import { type Localized, locales } from "@/db/enums";

/** What a bulk mail says, per language, its placeholders unfilled; what each reader gets stands in the outbox. */
export function MailingWords({ subject, body }: { subject: Localized; body: Localized }) {
  const languages = useTranslations("enums.locale");
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {locales
        .filter((locale) => body[locale])
        .map((locale) => (
          <div key={locale} className="min-w-0">
            <h3 className="mb-1 text-muted text-sm">{languages(locale)}</h3>
            <div lang={locale} className="border-rule border-y py-3 font-serif">
              <p className="font-semibold">{subject[locale]}</p>
              <p className="measure mt-2 whitespace-pre-line break-words">{body[locale]}</p>
            </div>
          </div>
        ))}
    </div>
  );
}

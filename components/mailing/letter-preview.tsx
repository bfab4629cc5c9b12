"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { Part } from "@/domain/templates/rules";

/** A mail as it would be sent: what was filled in marked, the HTML in a frame that can do nothing, and the text. */
export type Letter = { lang: Locale; subject: string; parts: Part[][]; html: string; text: string };

export function LetterPreview({ lang, subject, parts, html, text }: Letter) {
  const t = useTranslations("mailing.preview");
  const languages = useTranslations("enums.locale");
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className="min-w-0 space-y-4">
        <p className="text-muted text-sm">{t("marked")}</p>
        <div lang={lang} className="space-y-3 border-rule border-y py-4 font-serif">
          <p className="font-semibold">{subject}</p>
          {parts.map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place.
            <p key={index} className="measure whitespace-pre-line break-words">
              {paragraph.map((part, place) =>
                part.from ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <mark key={place} title={`{${part.from}}`} className="bg-info-soft px-0.5 text-ink">
                    {part.text}
                  </mark>
                ) : (
                  part.text
                ),
              )}
            </p>
          ))}
        </div>
        <details className="text-sm">
          <summary className="link cursor-pointer">{t("text")}</summary>
          <pre lang={lang} className="mt-2 whitespace-pre-wrap break-words border-rule border-s-2 ps-4">
            {text}
          </pre>
        </details>
      </div>
      <figure className="min-w-0">
        <figcaption className="mb-2 text-muted text-sm">{t("html")}</figcaption>
        <iframe
          sandbox=""
          srcDoc={html}
          title={t("frame", { language: languages(lang) })}
          className="h-[30rem] w-full border border-edge bg-white"
        />
      </figure>
    </div>
  );
}

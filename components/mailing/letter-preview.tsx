"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/db/enums";
import type { Part } from "@/domain/templates/rules";

/** A mail as it would be sent: what was filled in marked, the HTML in a frame that can do nothing, and the text. */
export type Letter = { lang: Locale; subject: string; parts: Part[][]; html: string; text: string };

export function LetterPreview({ lang, subject, parts, html, text }: Letter) {
  const t = useTranslations("mailing.preview");
  return (
    <div className="max-w-4xl space-y-4">
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
      <AsShown html={html} lang={lang} />
    </div>
  );
}

/** The HTML in a frame that can run nothing and send nothing; there only once it is asked for. */
function AsShown({ html, lang }: Pick<Letter, "html" | "lang">) {
  const t = useTranslations("mailing.preview");
  const languages = useTranslations("enums.locale");
  const [open, setOpen] = useState(false);
  return (
    <details className="min-w-0 text-sm" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="link cursor-pointer">{t("html")}</summary>
      {open && (
        <iframe
          sandbox=""
          srcDoc={html}
          title={t("frame", { language: languages(lang) })}
          className="mt-2 h-[30rem] w-full border border-edge bg-white"
        />
      )}
    </details>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { bracketsOf, type OptionHolders } from "@/domain/statements/inline/rules";
import type { Choice } from "../../form/choice-fields";
import { Checkbox } from "../../ui/checkbox";

type Props = {
  index: number;
  text: string;
  holders: readonly OptionHolders[];
  organisations: readonly Choice[];
  onChange: (holders: OptionHolders[]) => void;
};

/** Who holds each option of the brackets of a paragraph. The boxes are drawn once they are asked for: they are many. */
export function HoldersField({ index, text, holders, organisations, onChange }: Props) {
  const t = useTranslations("statements.editor.holders");
  const [open, setOpen] = useState(false);
  // Brackets of the same words are one question.
  const brackets = [...new Map(bracketsOf(text).map((bracket) => [bracket.source, bracket])).values()];
  const options = brackets.flatMap(({ source, options: words }) =>
    words.map((said, option) => ({ bracket: source, option, words: said })),
  );
  const heldBy = (bracket: string, option: number) =>
    holders.filter((one) => one.bracket === bracket && one.option === option).flatMap(({ by }) => by);
  const toggle = (bracket: string, option: number, id: string) => {
    const by = heldBy(bracket, option);
    const next = by.includes(id) ? by.filter((one) => one !== id) : [...by, id];
    const rest = holders.filter((one) => one.bracket !== bracket || one.option !== option);
    onChange([...rest, ...(next.length > 0 ? [{ bracket, option, by: next }] : [])]);
  };
  const held = holders.filter(({ by }) => by.length > 0);
  return (
    <>
      {held.map(({ bracket, option, by }, at) => (
        <span key={`${bracket} ${option}`} hidden>
          <input type="hidden" name={`paragraphs.${index}.holders.${at}.bracket`} value={bracket} />
          <input type="hidden" name={`paragraphs.${index}.holders.${at}.option`} value={option} />
          {by.map((id) => (
            <input key={id} type="hidden" name={`paragraphs.${index}.holders.${at}.by`} value={id} />
          ))}
        </span>
      ))}
      {brackets.length > 0 && (
        <details className="mt-1 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="link min-h-6">
            {t("title", { number: index + 1, count: brackets.length })}
          </summary>
          {open &&
            options.map(({ bracket, option, words }) => (
              <fieldset key={`${bracket} ${option}`} className="mt-2 border-rule border-s-2 ps-3">
                <legend className="break-words font-medium">
                  {words === "" ? t("noText") : t("option", { words })}
                </legend>
                <div className="flex flex-wrap gap-x-5 gap-y-1">
                  {organisations.map(({ value, label }) => (
                    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside.
                    <label key={value} className="flex min-h-6 items-center gap-2">
                      <Checkbox
                        checked={heldBy(bracket, option).includes(value)}
                        onChange={() => toggle(bracket, option, value)}
                      />
                      {label}
                    </label>
                  ))}
                </div>
              </fieldset>
            ))}
        </details>
      )}
    </>
  );
}

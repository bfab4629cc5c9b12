"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState, useTransition } from "react";
import type { Locale } from "@/db/enums";
import type { Choice } from "../../form/choice-fields";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { Section } from "../../ui/section";
import { Select } from "../../ui/select";
import { InlineText } from "../inline-text";
import { type Cited, Source } from "./citation";

/** Finds paragraphs of adopted statements by their words; no data where the search could not be made. */
export type SearchAgreed = (form: FormData) => Promise<{ data?: Cited[] }>;

type Props = {
  locale: Locale;
  places: readonly Choice[];
  search: SearchAgreed;
  /** Cites a paragraph at a place, or as a new paragraph at the end where none is named. */
  onTake: (source: Cited, place: string) => void;
};

/** Language that was agreed before, found by its words and taken over with where it is from. */
export function AgreedLanguage({ locale, places, search, onTake }: Props) {
  const t = useTranslations("statements.agreed");
  const id = useId();
  const [place, setPlace] = useState("");
  const [found, setFound] = useState<Cited[]>();
  const [said, setSaid] = useState("");
  const [pending, start] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set("locale", locale);
    start(async () => {
      const next = await search(form).then(
        ({ data }) => data,
        () => undefined,
      );
      setFound(next);
      setSaid(next ? t("found", { count: next.length }) : t("failed"));
    });
  };
  return (
    <Section title={t("title")}>
      <p className="measure mb-3 text-muted text-sm">{t("help")}</p>
      <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
        <div className="grow space-y-1 sm:max-w-md">
          <label htmlFor={`${id}-q`} className="block font-medium text-sm">
            {t("words")}
          </label>
          <Input id={`${id}-q`} name="q" type="search" maxLength={200} required />
        </div>
        <Button type="submit" disabled={pending}>
          <Search aria-hidden />
          {t("search")}
        </Button>
        <div className="space-y-1">
          <label htmlFor={`${id}-place`} className="block font-medium text-sm">
            {t("place")}
          </label>
          <Select id={`${id}-place`} value={place} onChange={(event) => setPlace(event.target.value)}>
            <option value="">{t("atTheEnd")}</option>
            {places.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      </form>
      <p role="status" className="mt-3 text-sm">
        {said}
      </p>
      <ul className="mt-2 space-y-3">
        {found?.map((source) => (
          <li key={`${source.statementId} ${source.paragraphId}`} className="border-rule border-t pt-3">
            <p lang={locale} className="measure whitespace-pre-line break-words font-serif">
              <InlineText text={source.text} />
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <span className="text-muted">
                <Source source={source} />
              </span>
              <Button
                size="small"
                onClick={() => {
                  onTake(source, place);
                  setSaid(t("taken"));
                }}
              >
                {t("take")}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { OfficeBanner } from "@/components/people/office-banner";
import type { Locale } from "@/db/enums";
import en from "@/messages/en.json";
import sv from "@/messages/sv.json";

const person = (n: number) => ({
  id: `p${n}`,
  name: `Ada ${n}`,
  courtesyTitle: "",
  kind: "left" as const,
  ended: [
    {
      id: `a${n}`,
      title: { en: "Minister", sv: "minister" },
      fromOn: "2021-03-04",
      fromPrecision: "day" as const,
      toOn: "2022-05-06",
    },
  ],
  now: [],
});
const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));

const shown = (props: Parameters<typeof OfficeBanner>[0], locale: Locale = "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={{ en, sv }[locale]} timeZone="UTC">
      <OfficeBanner {...props} />
    </NextIntlClientProvider>,
  );

describe("the banner of offices", () => {
  test("is nothing where nobody changed", () => {
    expect(shown({ people: [], day: "2022-06-01" })).toBe("");
  });

  test("writes months as words and years in full", () => {
    const words = shown({ people: people(1), day: "2022-03-04" });
    expect(words).toContain("The text is from 4 March 2022.");
    expect(words).toContain("4 March 2021 – 6 May 2022");
    expect(shown({ people: people(1), day: "2022-03-04" }, "sv")).toContain("4 mars 2021 – 6 maj 2022");
  });

  test("of an agenda tells its first day and its last, each with its year where they differ", () => {
    const agenda = (day: string, until?: string, locale?: Locale) =>
      shown({ people: people(1), of: "agenda", day, ...(until ? { until } : {}) }, locale).replace(
        /\s*–\s*/g,
        "–",
      );
    expect(agenda("2022-06-01")).toContain("The agenda is for 1 June 2022.");
    expect(agenda("2022-06-01", "2022-06-02")).toContain("1–2 June 2022");
    expect(agenda("2022-12-31", "2023-01-01")).toContain("31 December 2022–1 January 2023");
    expect(agenda("2022-06-01", "2022-06-02", "sv")).toContain("Dagordningen gäller den 1–2 juni 2022.");
  });

  test("folds many people behind a line that counts them, and no few", () => {
    expect(shown({ people: people(6), day: "2022-06-01" })).not.toContain("<details");
    const many = shown({ people: people(7), day: "2022-06-01" });
    expect(many).toContain("<details");
    expect(many).toContain("7 of those named have changed or left office");
    for (const { name } of people(7)) expect(many).toContain(name);
  });
});

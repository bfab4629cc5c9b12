import type { Localized } from "@/db/enums";
import { slugFrom } from "@/domain/slug";
import type { OptionLines } from "./input";
import type { Option } from "./rules";

/**
 * The options that lines mean. One that was there before keeps its value, so that answers stay answers: it is known by
 * its words in either language, and, where as many lines stand as before, by its place. A new one gets a value of its
 * own, made of its words.
 */
export function optionsFrom(lines: OptionLines, before: readonly Option[] = []): Option[] {
  const count = Math.max(0, ...Object.values(lines).map((said) => said.length));
  const labels = Array.from({ length: count }, (_, index): Localized => {
    const said = Object.entries(lines).map(([locale, all]) => [locale, all[index]]);
    return Object.fromEntries(said.filter(([, words]) => words));
  });
  const taken = new Set<Option>();
  const known = labels.map((label) => {
    const same = before.find((option) => !taken.has(option) && sameWords(option.label, label));
    if (same) taken.add(same);
    return same;
  });
  if (count === before.length) {
    for (const [index, option] of before.entries()) {
      if (known[index] || taken.has(option)) continue;
      known[index] = option;
      taken.add(option);
    }
  }
  const used = new Set(before.map((option) => option.value));
  return labels.map((label, index) => ({ value: known[index]?.value ?? newValue(label, used), label }));
}

const sameWords = (a: Localized, b: Localized) =>
  Object.entries(a).some(([locale, words]) => words === b[locale as keyof Localized]);

function newValue(label: Localized, used: Set<string>): string {
  const words = slugFrom(Object.values(label)[0] ?? "").slice(0, 40) || "option";
  let value = words;
  for (let n = 2; used.has(value); n++) value = `${words}-${n}`;
  used.add(value);
  return value;
}

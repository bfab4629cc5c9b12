import type { Exported } from "./docx";
import { linesOf, type Printed } from "./lines";

type Text = Omit<Exported, "against" | "words"> & { words: Pick<Exported["words"], "annex"> };

/** A revision as Markdown: headings, numbers as they are computed, and footnotes at the end. */
export function markdownOf(text: Text): string {
  const notes: string[] = [];
  const words = (runs: readonly Printed[]) =>
    runs
      .map((run) => {
        if (run.note) return `[^${notes.push(run.note)}]`;
        const [, before = "", inside = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
        if (inside === "") return run.text;
        const linked = run.href ? `[${escaped(inside)}](${run.href})` : escaped(inside);
        return before + (run.italics ? `*${linked}*` : linked) + after;
      })
      .join("")
      .replace(/\n/g, "  \n");
  const blocks = linesOf(text, undefined, text.locale).map(({ kind, number: { after: number }, runs }) => {
    if (kind === "annex") return `## ${escaped(text.words.annex(number))}. ${words(runs)}`;
    if (kind === "heading") return `## ${words(runs)}`;
    return number ? `**${escaped(number)}** ${words(runs)}` : words(runs);
  });
  const head = [`# ${escaped(text.title)}`, `###### ${escaped(`${text.label}, ${text.day}`)}`];
  const foot = notes.map((note, at) => `[^${at + 1}]: ${escaped(note)}`);
  return `${[...head, ...blocks, ...foot].join("\n\n")}\n`;
}

/** A revision as plain text. */
export function plainOf(text: Text): string {
  const notes: string[] = [];
  const blocks = linesOf(text, undefined, text.locale).map(
    ({ kind, level, number: { after: number }, runs }) => {
      const said = runs.map((run) => (run.note ? raised(notes.push(run.note)) : run.text)).join("");
      if (kind === "annex") return `${text.words.annex(number)}. ${said}`.toUpperCase();
      if (kind === "heading") return said.toUpperCase();
      return `${"   ".repeat(level)}${number ? `${number} ` : ""}${said}`;
    },
  );
  const foot = notes.map((note, at) => `${raised(at + 1)} ${note}`);
  return `${[text.title, `${text.label}, ${text.day}`, ...blocks, ...foot].join("\n\n")}\n`;
}

const escaped = (text: string) =>
  text.replace(/[\\`*_[\]<>#+!|~-]/g, "\\$&").replace(/^(\d+)([.)])/gm, "$1\\$2");
const raised = (number: number) => [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

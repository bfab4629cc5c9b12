import type { Locale } from "@/db/enums";
import { wordChanges } from "@/lib/text/words";

type Props = { before: string; after: string; locale: Locale };

/** Two texts in one: what came is underlined, what went is struck out. */
export function WordDifference({ before, after, locale }: Props) {
  return wordChanges(before, after, locale).map((run, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no identity but their place.
    if (run.kind === "same") return <span key={index}>{run.text}</span>;
    const Run = run.kind === "added" ? "ins" : "del";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Run key={index} className={run.kind === "added" ? "bg-success-soft" : "bg-danger-soft"}>
        {run.text}
      </Run>
    );
  });
}

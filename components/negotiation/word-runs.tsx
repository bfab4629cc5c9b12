import type { Locale } from "@/db/enums";
import { wordChanges } from "@/lib/text/words";

type Props = { before: string; after: string; locale: Locale };

/** What differs between two texts: what came is underlined, what went is struck out. */
export function WordRuns({ before, after, locale }: Props) {
  return (
    <p lang={locale} className="whitespace-pre-line break-words font-serif">
      {wordChanges(before, after, locale).map((run, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no identity but their place.
        if (run.kind === "same") return <span key={index}>{run.text}</span>;
        const Run = run.kind === "added" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <Run key={index} className={run.kind === "added" ? "bg-success-soft" : "bg-danger-soft"}>
            {run.text}
          </Run>
        );
      })}
    </p>
  );
}

import type { Locale } from "@/db/enums";
import { WordDifference } from "../statements/word-difference";

type Props = { before: string; after: string; locale: Locale };

/** What differs between two texts, as a paragraph of its own. */
export function WordRuns(props: Props) {
  return (
    <p lang={props.locale} className="whitespace-pre-line break-words font-serif">
      <WordDifference {...props} />
    </p>
  );
}

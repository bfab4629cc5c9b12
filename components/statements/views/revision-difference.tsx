import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { difference, numbered, type Para } from "@/domain/statements/rules";
import { type Operation, operationsAt } from "@/domain/statements/views/rules";
import { Badge } from "../../ui/badge";
import { EmptyState } from "../../ui/empty-state";
import { ChangedParagraph } from "../changed-paragraph";

type Text = { title: string; paragraphs: Para[] };
type Props = { before: Text; after: Text; operations: Operation[]; locale: Locale };

/**
 * The difference of two revisions: words inside paragraphs, and what happened to whole ones. Moves are computed; that a
 * paragraph was split or merged is said because it was said when it was done.
 */
export function RevisionDifference({ before, after, operations, locale }: Props) {
  const t = useTranslations("statements");
  const changes = difference(before.paragraphs, after.paragraphs);
  const done = operationsAt(operations);
  const numbers = new Map(
    [before, after].flatMap(({ paragraphs }) => numbered(paragraphs).map((one) => [one.id, one.reference])),
  );
  const title = (text: string): Para => ({ id: "title", kind: "heading", text });
  if (changes.length === 0 && before.title === after.title) return <EmptyState title={t("nothingThere")} />;
  return (
    <>
      {before.title !== after.title && (
        <ChangedParagraph
          change={{
            kind: "changed",
            id: "title",
            moved: false,
            before: title(before.title),
            after: title(after.title),
          }}
          locale={locale}
        />
      )}
      {changes.map((change) => (
        <div key={change.id}>
          {done.get(change.id)?.map(({ kind, others }) => (
            <p key={`${kind}-${others.join()}`} className="pt-3">
              <Badge tone="info">
                {t(`views.done.${kind}`, {
                  others: others.map((id) => numbers.get(id) ?? t("views.unnumbered")).join(", "),
                })}
              </Badge>
            </p>
          ))}
          <ChangedParagraph change={change} locale={locale} />
        </div>
      ))}
    </>
  );
}

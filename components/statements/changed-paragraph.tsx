import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { ParagraphChange } from "@/domain/statements/rules";
import { Badge } from "../ui/badge";
import { WordDifference } from "./word-difference";

/** What became of one paragraph: what came is underlined, what went is struck out, and a word says so. */
export function ChangedParagraph({ change, locale }: { change: ParagraphChange; locale: Locale }) {
  const t = useTranslations("statements.change");
  const kinds = useTranslations("enums.paragraphKind");
  const before = change.kind === "added" ? "" : change.before.text;
  const after = change.kind === "removed" ? "" : change.after.text;
  const moved = "moved" in change && change.moved;
  const retitled = change.kind === "changed" && change.before.kind !== change.after.kind;
  return (
    <div className="border-rule border-t py-3">
      <p className="mb-1 flex flex-wrap gap-2">
        {change.kind !== "same" && (
          <Badge tone={change.kind === "added" ? "success" : change.kind === "removed" ? "danger" : "info"}>
            {t(change.kind)}
          </Badge>
        )}
        {moved && <Badge>{t("moved")}</Badge>}
        {retitled && (
          <Badge>{t("kind", { from: kinds(change.before.kind), to: kinds(change.after.kind) })}</Badge>
        )}
      </p>
      <p lang={locale} className="measure whitespace-pre-line font-serif">
        <WordDifference before={before} after={after} locale={locale} />
      </p>
    </div>
  );
}

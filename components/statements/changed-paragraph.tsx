import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { ParagraphChange } from "@/domain/statements/rules";
import { Badge } from "../ui/badge";
import { ChangedText } from "./changed-text";

/** What became of one paragraph of a statement, also where it is a paragraph of another kind now. */
export function ChangedParagraph({ change, locale }: { change: ParagraphChange; locale: Locale }) {
  const t = useTranslations("statements.change");
  const kinds = useTranslations("enums.paragraphKind");
  const retitled = change.kind === "changed" && change.before.kind !== change.after.kind;
  return (
    <ChangedText change={change} locale={locale}>
      {retitled && (
        <Badge>{t("kind", { from: kinds(change.before.kind), to: kinds(change.after.kind) })}</Badge>
      )}
    </ChangedText>
  );
}

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { PartChange } from "@/domain/announcements/comparison/rules";
import { ChangedText } from "../statements/changed-text";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";

/** The difference of two revisions of an announcement: each part by what it is, what became of it, and its words. */
export function EditionDifference({ changes, locale }: { changes: PartChange[]; locale: Locale }) {
  const t = useTranslations("announcements.compare");
  const none = changes.every((change) => change.kind === "same" && !change.moved);
  return (
    <>
      {none ? <Notice>{t("same")}</Notice> : <p className="measure mb-4 text-muted text-sm">{t("lead")}</p>}
      {changes.map((change) => (
        <ChangedText
          key={change.id}
          change={change}
          locale={locale}
          lead={
            <span className="text-muted text-sm">
              {t(`part.${change.kind === "removed" ? change.before.kind : change.after.kind}`)}
            </span>
          }
        >
          {change.formOnly && <Badge>{t("formOnly")}</Badge>}
        </ChangedText>
      ))}
    </>
  );
}

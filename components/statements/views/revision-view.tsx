import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { type OptionHolders, openBrackets } from "@/domain/statements/inline/rules";
import type { Para } from "@/domain/statements/rules";
import type { Operation, ViewName } from "@/domain/statements/views/rules";
import { Notice } from "../../ui/notice";
import { Treaty } from "../treaty";
import { RevisionDifference } from "./revision-difference";
import { type ShownAmendment, WithAmendments } from "./with-amendments";
import { WithLines } from "./with-lines";

type Text = { title: string; locale: Locale; paragraphs: (Para & { holders?: OptionHolders[] })[] };
type Props = {
  view: ViewName;
  revision: Text;
  against: Text | undefined;
  operations: Operation[];
  amendments: ShownAmendment[];
  /** Printed names of organisations by id. */
  names: Record<string, string>;
};

/** A revision in one of its views. */
export function RevisionView({ view, revision, against, operations, amendments, names }: Props) {
  const t = useTranslations("statements.views");
  const { locale, paragraphs } = revision;
  if (against)
    return <RevisionDifference before={against} after={revision} operations={operations} locale={locale} />;
  if (view === "changes")
    return <WithAmendments lang={locale} paragraphs={paragraphs} amendments={amendments} />;
  if (view === "lines") return <WithLines lang={locale} paragraphs={paragraphs} />;
  const open = openBrackets(paragraphs);
  if (view === "final" && open.brackets > 0)
    return (
      <Notice tone="warning" title={t("notFinal")}>
        {t("open", open)}
      </Notice>
    );
  return (
    <div className="space-y-4">
      {view === "brackets" && <p className="text-muted text-sm">{t("open", open)}</p>}
      <Treaty
        lang={locale}
        paragraphs={paragraphs}
        view={view === "brackets" ? "brackets" : "clean"}
        names={names}
      />
    </div>
  );
}

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import type { Text } from "@/domain/amendments/rules";
import { CopyField } from "../ui/copy-field";
import { Section } from "../ui/section";
import type { Amendment, Reference } from "./amendment";
import { Proposal, proposedWords } from "./proposal";
import { WordRuns } from "./word-runs";

type Props = { amendment: Amendment; text: Text; lang: Locale; references: Reference[] };

/**
 * An amendment whose words have changed under it: what it was made on, what stands there now, and what it would have.
 * Where the paragraph is gone the proposal stays, to be read and copied.
 */
export function Rebase({ amendment, text, lang, references }: Props) {
  const t = useTranslations("negotiation.proposal");
  const retitles = amendment.kind === "retitle";
  const old = retitles ? amendment.baseTitle : amendment.base.map((one) => one.text).join("\n\n");
  const now = retitles
    ? text.title
    : amendment.base
        .flatMap((one) => text.paragraphs.filter(({ id }) => id === one.id))
        .map((one) => one.text)
        .join("\n\n");
  const words = proposedWords(amendment);
  return (
    <div className="grid gap-6 text-sm md:grid-cols-3">
      <Section title={t("base")} level={3}>
        <p lang={lang} className="whitespace-pre-line break-words font-serif">
          {old}
        </p>
      </Section>
      <Section title={t("present")} level={3}>
        {now ? <WordRuns before={old} after={now} locale={lang} /> : <p>{t("gone")}</p>}
      </Section>
      <Section title={t("proposed")} level={3}>
        <div className="space-y-3">
          <Proposal amendment={amendment} locale={lang} references={references} />
          {words && (
            <CopyField label={t("copyLabel")} value={words} copy={t("copy")} copied={t("copied")} rows={4} />
          )}
        </div>
      </Section>
    </div>
  );
}

import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReviewStep } from "@/components/statements/review-step";
import { TranslationEditor } from "@/components/statements/translation-editor";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/db/enums";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { translationForOrganizer } from "@/domain/statements/translation/queries";
import { reviewTranslationAction, saveTextAction } from "../../../text-actions";
import { statementHere } from "../../statement";

/** The text in another language, beside the authentic one; and whether somebody looked it over. */
export async function TranslationPage({ id, lang }: { id: string; lang: Locale }) {
  const { actor, statement } = await statementHere(id);
  if (!can(actor, "statement.edit")) notFound();
  const [t, group, { source, translation, stale, review }] = await Promise.all([
    getTranslations("statements"),
    groupProfile(),
    translationForOrganizer(actor, statement, lang),
  ]);
  if (!source || source.paragraphs.length === 0) return <EmptyState title={t("review.noOriginal")} />;
  return (
    <div className="space-y-10">
      <TranslationEditor
        statement={{ id, locale: lang }}
        base={
          translation && { id: translation.id, title: translation.title, paragraphs: translation.paragraphs }
        }
        original={source}
        stale={stale}
        action={saveTextAction}
      />
      {translation && (
        <Section title={t("review.title")}>
          <ReviewStep
            key={translation.id}
            values={{ id, locale: lang, revisionId: translation.id }}
            review={review}
            zone={group.zone}
            allowed={can(actor, "translation.review") && translation.savedBy !== actor.id}
            action={reviewTranslationAction}
          />
        </Section>
      )}
    </div>
  );
}

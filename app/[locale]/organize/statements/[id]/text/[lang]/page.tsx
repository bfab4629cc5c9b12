import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TextEditor } from "@/components/statements/text-editor";
import { Treaty } from "@/components/statements/treaty";
import { Notice } from "@/components/ui/notice";
import { can } from "@/domain/access/can";
import { revisionOf } from "@/domain/statements/organizer-queries";
import { untranslated } from "@/domain/statements/rules";
import { isLocale } from "@/lib/i18n/locale";
import { saveTextAction } from "../../../actions";
import { statementHere } from "../../statement";

type Props = { params: Promise<{ id: string; lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  const [t, enums] = await Promise.all([getTranslations("statements"), getTranslations("enums.locale")]);
  return isLocale(lang) ? { title: t("tabs.text", { language: enums(lang) }) } : {};
}

/** One language's text: to be written, or, once the authentic text is adopted, to be read. */
export default async function TextPage({ params }: Props) {
  const { id, lang } = await params;
  if (!isLocale(lang)) notFound();
  const { actor, statement, latest } = await statementHere(id);
  const t = await getTranslations("statements");
  const head = latest(lang);
  const authentic = lang === statement.authenticLocale;
  const base = head && (await revisionOf(actor, id, head.id));
  if (authentic && statement.adoption && base) {
    return (
      <div className="space-y-6">
        <Notice>{t("frozen")}</Notice>
        <Treaty lang={lang} paragraphs={base.paragraphs} />
      </div>
    );
  }
  if (!can(actor, "statement.edit")) notFound();
  const sourceId = statement.adoption?.revisionId ?? latest(statement.authenticLocale)?.id;
  const source = !authentic && sourceId ? await revisionOf(actor, id, sourceId) : undefined;
  const madeOf = base?.translationOfId ? await revisionOf(actor, id, base.translationOfId) : undefined;
  return (
    <TextEditor
      statement={{ id, locale: lang }}
      base={base && { id: base.id, title: base.title, paragraphs: base.paragraphs }}
      original={
        source && {
          id: source.id,
          locale: source.locale,
          title: source.title,
          paragraphs: source.paragraphs,
          untranslated: untranslated(source.paragraphs, madeOf?.paragraphs ?? [], base?.paragraphs ?? []),
        }
      }
      action={saveTextAction}
    />
  );
}

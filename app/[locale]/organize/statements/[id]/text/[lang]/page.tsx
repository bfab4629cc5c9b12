import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LockedNotice } from "@/components/statements/locked-notice";
import { TextEditor } from "@/components/statements/text-editor";
import { Treaty } from "@/components/statements/treaty";
import { Notice } from "@/components/ui/notice";
import { can } from "@/domain/access/can";
import { citedBy } from "@/domain/statements/agreed/queries";
import { holderChoices } from "@/domain/statements/brackets/queries";
import { lockedBy } from "@/domain/statements/locked";
import { revisionOf } from "@/domain/statements/organizer-queries";
import { now } from "@/lib/clock";
import { namedChoices } from "@/lib/i18n/choices";
import { isLocale } from "@/lib/i18n/locale";
import { saveTextAction, searchAgreedAction } from "../../../text-actions";
import { statementHere } from "../../statement";
import { TranslationPage } from "./translation";

type Props = { params: Promise<{ id: string; lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  const [t, enums] = await Promise.all([getTranslations("statements"), getTranslations("enums.locale")]);
  return isLocale(lang) ? { title: t("tabs.text", { language: enums(lang) }) } : {};
}

/** One language's text: to be written, or, where the authentic text is adopted or being decided, to be read. */
export default async function TextPage({ params }: Props) {
  const { id, lang } = await params;
  if (!isLocale(lang)) notFound();
  const { actor, statement, latest } = await statementHere(id);
  if (lang !== statement.authenticLocale) return <TranslationPage id={id} lang={lang} />;
  const [t, locale, locked] = await Promise.all([
    getTranslations("statements"),
    getLocale(),
    lockedBy(actor, id),
  ]);
  const head = latest(lang);
  const base = head && (await revisionOf(actor, id, head.id));
  const holders = await holderChoices(actor, id, base?.paragraphs ?? [], now());
  const organisations = namedChoices(holders, locale);
  if (base && (statement.adoption || locked)) {
    const names = Object.fromEntries(organisations.map(({ value, label }) => [value, label]));
    return (
      <div className="space-y-6">
        {statement.adoption ? <Notice>{t("frozen")}</Notice> : locked && <LockedNotice procedure={locked} />}
        <Treaty lang={lang} paragraphs={base.paragraphs} view="brackets" names={names} />
      </div>
    );
  }
  if (!can(actor, "statement.edit")) notFound();
  return (
    <TextEditor
      statement={{ id, locale: lang }}
      base={base && { id: base.id, title: base.title, paragraphs: base.paragraphs }}
      around={{
        organisations,
        citable: await citedBy(actor, base?.paragraphs ?? [], lang),
        hasTranslations: statement.heads.some((one) => one.locale !== lang),
      }}
      action={saveTextAction}
      search={searchAgreedAction}
    />
  );
}

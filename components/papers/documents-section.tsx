import { useLocale, useTranslations } from "next-intl";
import type { AgendaAudience, Localized } from "@/db/enums";
import { kindOfFile } from "@/domain/item-documents/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import { Section } from "../ui/section";
import { DocumentForm } from "./document-form";
import { RemoveDocument } from "./remove-document";

type Document = {
  id: string;
  revision: number;
  title: Localized;
  audience: AgendaAudience;
  contentType: string;
  name: string;
  erasedAt: Date | null;
  addedAt: Date;
  addedByName: string;
};

type Props = {
  item: { id: string; audience: AgendaAudience };
  documents: Document[];
  zone: string;
  /** The address of a document's file, before its id. */
  base: string;
  actions: { add: FormAction; change: FormAction; remove: FormAction };
};

/** The documents of an item in the workspace: who reads each, and adding and removing them. */
export function DocumentsSection({ item, documents, zone, base, actions }: Props) {
  const locale = useLocale();
  const t = useTranslations("papers");
  const enums = useTranslations("enums.agendaAudience");
  return (
    <Section title={t("documents")}>
      <p className="measure mb-4 text-muted text-sm">{t("lead")}</p>
      <ul className="mb-4">
        {documents.map((document) => {
          const title = pick(document.title, locale);
          const { id, revision, audience } = document;
          return (
            <li key={id} className="space-y-2 border-rule border-t py-3 text-sm">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {document.erasedAt ? (
                  <span lang={langOf(title, locale)}>{title.text}</span>
                ) : (
                  <a className="link" href={`${base}/${id}`} download lang={langOf(title, locale)}>
                    {title.text}
                  </a>
                )}
                <Badge>{enums(audience)}</Badge>
                <span className="text-muted">{kindOfFile(document.contentType)}</span>
              </p>
              <p className="text-muted">
                {document.erasedAt ? t("erased") : document.name} ·{" "}
                {t("added", { name: document.addedByName })} <Time at={document.addedAt} zone={zone} />
              </p>
              <div className="flex flex-wrap items-start gap-3">
                <details key={revision} className="min-w-0">
                  <summary className="link inline-block min-h-6">
                    {t("change")}
                    <span className="sr-only"> {title.text}</span>
                  </summary>
                  <div className="mt-3">
                    <DocumentForm
                      values={{ id, revision, audience, title: { en: "", sv: "", ...document.title } }}
                      itemAudience={item.audience}
                      action={actions.change}
                    />
                  </div>
                </details>
                <RemoveDocument document={{ id, revision }} title={title.text} action={actions.remove} />
              </div>
            </li>
          );
        })}
      </ul>
      <details key={documents.length}>
        <summary className="link inline-block min-h-6 text-sm">{t("add")}</summary>
        <div className="mt-4">
          <DocumentForm
            values={{ itemId: item.id, title: { en: "", sv: "" }, audience: item.audience }}
            itemAudience={item.audience}
            action={actions.add}
          />
        </div>
      </details>
    </Section>
  );
}

import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TemplateForm } from "@/components/mailing/template-form";
import { can } from "@/domain/access/can";
import { listParticipations } from "@/domain/participations/queries";
import { preview } from "@/domain/templates/preview";
import { templateForOrganizer } from "@/domain/templates/queries";
import { mustOf, templates } from "@/domain/templates/rules";
import { oneOf } from "@/lib/list";
import { eventHere } from "../../../event";
import { editTemplateAction, previewTemplateAction } from "../../actions";
import { participantsOf } from "../../filter";

type Props = { params: Promise<{ id: string; template: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ template }, t] = await Promise.all([params, getTranslations("mailing.templates")]);
  const known = oneOf(templates as [string, ...string[]]).parse(template);
  return { title: known ? t(`name.${known}` as "name.approved") : t("title") };
}

/** The event's own words for one mail, with its preview. */
export default async function TemplatePage({ params }: Props) {
  const { id, template: asked } = await params;
  const { actor } = await eventHere(id);
  const template = templates.find((one) => one === asked);
  if (!template || !can(actor, "template.edit")) notFound();
  const [t, locale, words, participants] = await Promise.all([
    getTranslations("mailing.templates"),
    getLocale(),
    templateForOrganizer(actor, id, template),
    listParticipations(actor, id, participantsOf("sort=name")),
  ]);
  const { subject, body, revision, house } = words;
  const asSaved = { eventId: id, template, revision, subject, body };
  const first = await preview(actor, { ...asSaved, lang: locale, participationId: null });
  const must = mustOf(template).map((name) => `{${name}}`);
  return (
    <div className="space-y-6">
      <header className="space-y-2">
        <p className="text-sm">
          <Link className="link" href={`/${locale}/organize/events/${id}/mail/templates` as Route}>
            {t("all")}
          </Link>
        </p>
        <h2 className="text-2xl">{t(`name.${template}`)}</h2>
        <p className="measure text-muted text-sm">
          {t("editLead")} {must.length > 0 && t("must", { names: must.join(", ") })}
        </p>
      </header>
      <TemplateForm
        values={asSaved}
        house={house}
        preview={first}
        participants={participants.rows.map((row) => ({ value: row.id, label: row.name }))}
        action={editTemplateAction}
        previewAction={previewTemplateAction}
      />
    </div>
  );
}

import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BeginFrom } from "@/components/questions/begin-from";
import { QuestionList } from "@/components/questions/question-list";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { questionStages } from "@/db/enums";
import { can } from "@/domain/access/can";
import { presetNames } from "@/domain/questions/input";
import { missingFrom } from "@/domain/questions/presets/bank";
import { eventsWithForm, formForOrganizer } from "@/domain/questions/queries";
import { pick } from "@/lib/i18n/pick";
import { eventHere } from "../event";
import { applyPresetAction, copyFormAction, moveQuestionAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("tabs.form") };
}

/** The event's form: what is asked at registration, and what after the approval. */
export default async function FormPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "event.edit-form")) notFound();
  const [t, stages, locale, questions, others] = await Promise.all([
    getTranslations("questions"),
    getTranslations("enums.questionStage"),
    getLocale(),
    formForOrganizer(actor, id),
    eventsWithForm(actor, id),
  ]);
  const base = `/${locale}/organize/events/${id}/form`;
  const presets = presetNames.map((name) => ({
    name,
    adds: missingFrom(questions, name).map((draft) => pick(draft.label, locale).text),
  }));
  return (
    <div className="max-w-4xl space-y-8">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <p className="measure text-muted text-sm">{t("lead")}</p>
        <div className="flex flex-wrap gap-2">
          {questions.length > 0 && <LinkButton href={`${base}/preview` as Route}>{t("preview")}</LinkButton>}
          <LinkButton look="primary" href={`${base}/new` as Route}>
            {t("add")}
          </LinkButton>
        </div>
      </div>
      {questionStages.map((stage) => {
        const asked = questions.filter((question) => question.stage === stage);
        return (
          <Section key={stage} title={stages(stage)}>
            {asked.length > 0 ? (
              <QuestionList questions={asked} all={questions} base={base} move={moveQuestionAction} />
            ) : (
              <p className="text-muted text-sm">{t("none")}</p>
            )}
          </Section>
        );
      })}
      <Section title={t("begin.heading")}>
        <BeginFrom
          eventId={id}
          presets={presets.filter((preset) => preset.adds.length > 0)}
          events={others.map((event) => ({
            value: event.id,
            label: t("begin.event", { title: pick(event.title, locale).text, count: event.questions }),
          }))}
          applyPreset={applyPresetAction}
          copyForm={copyFormAction}
        />
      </Section>
    </div>
  );
}

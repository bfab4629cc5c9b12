import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AnswersForm } from "@/components/questions/answers-form";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { participationForOrganizer } from "@/domain/participations/one";
import { answersOf } from "@/domain/questions/queries";
import { openStages } from "@/domain/questions/rules";
import { stageForm } from "@/domain/questions/stage-form";
import { countriesFor } from "@/lib/i18n/choices";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../../event";
import { answerAction } from "../../actions";

type Props = { params: Promise<{ id: string; participationId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("participations");
  return { title: t("changeAnswers") };
}

/** Changing what somebody answered, for them: whoever does it writes down what they know, so nothing is required. */
export default async function AnswersPage({ params }: Props) {
  const { id, participationId } = await params;
  const { actor } = await eventHere(id);
  if (!can(actor, "participation.answer") || !z.uuid().safeParse(participationId).success) notFound();
  const row = await participationForOrganizer(actor, participationId).catch((error) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  if (row.eventId !== id) notFound();
  const [t, enums, locale, answered] = await Promise.all([
    getTranslations("questions"),
    getTranslations("enums.questionStage"),
    getLocale(),
    answersOf(actor, participationId),
  ]);
  const lenient = answered.map((question) => ({ ...question, required: false }));
  const stages = openStages(row.state)
    .map((stage) => stageForm(lenient, stage, (question) => `/api/answers/${row.id}/${question}`))
    .filter((stage) => stage.questions.length > 0);
  return (
    <div className="space-y-8">
      <div className="space-y-2">
        <h2 className="text-2xl">
          <Link
            className="link-quiet"
            href={`/${locale}/organize/events/${id}/participants/${row.id}` as Route}
          >
            {row.name}
          </Link>
        </h2>
        <p className="measure text-muted text-sm">{t("forThem")}</p>
      </div>
      {stages.map((stage) => (
        <Section key={stage.stage} title={enums(stage.stage)}>
          <AnswersForm
            {...stage}
            of={{ id: row.id, revision: row.revision }}
            countries={countriesFor(stage.questions, locale)}
            guard
            action={answerAction}
          />
        </Section>
      ))}
    </div>
  );
}

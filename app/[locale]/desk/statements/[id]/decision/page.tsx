import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { focalPoint } from "@/app/_request/actor";
import { DecisionNotice } from "@/components/procedures/decision-notice";
import { EntitledList } from "@/components/procedures/entitled-list";
import { ProcedureFacts } from "@/components/procedures/procedure-facts";
import { paragraphNames } from "@/components/statements/paragraph-names";
import { Treaty } from "@/components/statements/treaty";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { decisionAtDesk } from "@/domain/procedures/desk-queries";
import { phaseOf } from "@/domain/procedures/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { Answering } from "./answering";

type Props = { params: Promise<{ id: string }> };

/** The decision on a statement that whoever asks is entitled in; 404 for everybody else. */
const decisionHere = cache(async (id: string) => {
  const actor = await focalPoint();
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return { actor, ...(await decisionAtDesk(actor, id)) };
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { text } = await decisionHere((await params).id);
  const t = await getTranslations("procedures");
  return { title: t("atDesk", { title: text.title }) };
}

/** Deciding on a text at the desk: what is decided and until when, one's own answer, the text, and who is entitled. */
export default async function DeskDecisionPage({ params }: Props) {
  const { id } = await params;
  const at = now();
  const { actor, procedure, text, entitled, own, answers } = await decisionHere(id);
  const [t, desk, kinds, locale] = await Promise.all([
    getTranslations("procedures"),
    getTranslations("desk"),
    getTranslations("enums.procedureKind"),
    getLocale(),
  ]);
  const paragraphs = paragraphNames(text.paragraphs);
  const references = new Map(paragraphs.map(({ value, label }) => [value, label]));
  const phase = phaseOf(procedure, at);
  const responses = new Map([...answers, ...(own ? [own] : [])].map((one) => [one.organisationId, one]));
  return (
    <>
      <PageHeading
        title={text.title}
        lang={text.lang}
        above={
          <Link className="link" href={`/${locale}/desk` as Route}>
            {desk("back")}
          </Link>
        }
        below={kinds(procedure.kind)}
      />
      <div className="space-y-10">
        <DecisionNotice
          phase={phase}
          procedure={procedure}
          brokenBy={answers.find((one) => one.answer === "objects")?.name}
          position={`/${locale}/desk/statements/${id}/position`}
          errata={`/${locale}/desk/statements/${id}/errata`}
        />
        {phase === "running" && (
          <Answering
            procedure={procedure}
            organisationId={actor.organisationId}
            own={own}
            paragraphs={paragraphs}
          />
        )}
        <Section title={t("desk.text")}>
          <p className="measure mb-4 text-muted text-sm">{t("desk.textPinned")}</p>
          <div className="wrap-anywhere">
            <Treaty lang={text.lang} paragraphs={text.paragraphs} />
          </div>
        </Section>
        <Section title={t("title")}>
          <ProcedureFacts procedure={procedure} revision={text.number} />
        </Section>
        <Section title={t("desk.whoEntitled")}>
          <EntitledList
            entitled={entitled.map((one) => ({ ...one, response: responses.get(one.organisationId) }))}
            zone={procedure.zone}
            references={references}
            settled={phase === "ended" && procedure.kind !== "silence"}
          />
        </Section>
      </div>
    </>
  );
}

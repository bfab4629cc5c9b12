import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { focalPoint } from "@/app/_request/actor";
import { GiveForm } from "@/components/positions/give-form";
import { Said } from "@/components/positions/said";
import { TakeBack } from "@/components/positions/take-back";
import { Treaty } from "@/components/statements/treaty";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { groupProfile } from "@/domain/group/queries";
import { positionAtDesk } from "@/domain/positions/desk-queries";
import { referencesOf } from "@/domain/positions/rules";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { dayIn, formatDay } from "@/lib/time";
import { givePositionAction, takeBackPositionAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

/** The statement of this page with the own organisation's position, read once per request; 404 for one that is not theirs to see. */
const positionHere = cache(async (id: string) => {
  const actor = await focalPoint();
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return await positionAtDesk(actor, id, await getLocale(), now());
  } catch (error) {
    if (error instanceof Refusal) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations("positions"), positionHere((await params).id)]);
  return { title: t("desk.pageTitle", { title }) };
}

/** What the own organisation says of a statement: the text with its numbers, where the position stands, giving it. */
export default async function PositionPage({ params }: Props) {
  const { id } = await params;
  const statement = await positionHere(id);
  const [t, locale, desk, group] = await Promise.all([
    getTranslations("positions"),
    getLocale(),
    getTranslations("desk"),
    groupProfile(),
  ]);
  const { live, pending, ended } = statement;
  const today = dayIn(now(), group.zone);
  const references = referencesOf(statement.paragraphs, locale);
  const base = `/${locale}/desk/statements/${id}/position`;
  const shown = [
    { position: pending, state: "to_verify" as const },
    { position: live, state: "live" as const },
  ];
  return (
    <div className="space-y-8 [overflow-wrap:anywhere]">
      <PageHeading
        title={statement.title}
        lang={statement.locale}
        above={
          <Link className="link" href={`/${locale}/desk` as Route}>
            {desk("back")}
          </Link>
        }
        below={t("desk.adopted", { day: formatDay(dayIn(statement.adoptedAt, statement.zone), locale) })}
      />
      {statement.askedAt && !live && !pending && (
        <Notice title={t("desk.asked")}>{t("desk.askedText")}</Notice>
      )}
      {(live || pending) && (
        <Section title={t("desk.own")}>
          <ul className="space-y-6">
            {shown.map(
              ({ position, state }) =>
                position && (
                  <li key={position.id} className="space-y-2">
                    <p>
                      <Badge tone={state === "live" ? "success" : "warning"} className="whitespace-normal">
                        {t(`desk.state.${state}`)}
                      </Badge>
                    </p>
                    <Said
                      position={position}
                      references={references}
                      evidence={position.evidenceId ? `${base}/evidence/${position.id}` : undefined}
                    />
                    {state === "to_verify" && live && (
                      <p className="measure text-sm">{t("desk.takesThePlace")}</p>
                    )}
                    <TakeBack
                      key={position.id}
                      id={id}
                      positionId={position.id}
                      today={today}
                      isPublic={state === "live"}
                      action={takeBackPositionAction}
                    />
                  </li>
                ),
            )}
          </ul>
        </Section>
      )}
      <Section title={t("desk.text")}>
        <Treaty lang={statement.locale} paragraphs={statement.paragraphs} />
      </Section>
      <Section title={live || pending ? t("desk.change") : t("desk.give")}>
        <p className="measure mb-4 text-sm">{t("desk.lead")}</p>
        <GiveForm
          key={(pending ?? live)?.id ?? ""}
          id={id}
          today={today}
          before={pending ?? live}
          paragraphs={[...references].map(([value, label]) => ({ value, label }))}
          action={givePositionAction}
        />
      </Section>
      {ended.length > 0 && (
        <Section title={t("desk.ended")}>
          <ul className="space-y-4">
            {ended.map((position) => (
              <li key={position.id}>
                <Said
                  position={position}
                  references={references}
                  evidence={position.evidenceId ? `${base}/evidence/${position.id}` : undefined}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

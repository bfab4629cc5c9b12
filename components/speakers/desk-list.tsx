"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Localized, SpeakerState, SpeakingClass } from "@/db/enums";
import { speakerStepInput } from "@/domain/speakers/input";
import { queued } from "@/domain/speakers/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { StatusBadge } from "../status-badge";
import { SpeechForm } from "./speech-form";
import { StepForm } from "./step-form";

export type DeskSpeaker = {
  id: string;
  revision: number;
  place: number;
  organisation: Localized;
  onBehalfOf: string;
  class: SpeakingClass;
  state: SpeakerState;
  own: boolean;
  name: string | null;
  courtesyTitle: string | null;
  hasSpeech: boolean;
};

type Props = {
  speakers: DeskSpeaker[];
  /** Where one's own text is read, before the id of the speaker. */
  base: string;
  withdraw: FormAction;
  handIn: FormAction;
};

/** A list as a delegation sees it: everyone's place, and what can be done about one's own. */
export function DeskList({ speakers, base, withdraw, handIn }: Props) {
  const locale = useLocale();
  const t = useTranslations("speakers");
  const live = useTranslations("live");
  const enums = useTranslations("enums");
  if (speakers.length === 0) return <p className="text-muted text-sm">{t("nobody")}</p>;
  return (
    <ol>
      {speakers.map((one) => {
        const name = pick(one.organisation, locale);
        const values = { id: one.id, revision: one.revision };
        return (
          <li key={one.id} className="space-y-2 border-rule border-t py-2 text-sm">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="text-muted tabular-nums">{one.place}</span>
              <span lang={langOf(name, locale)} className={one.own ? "font-semibold" : ""}>
                {name.text}
              </span>
              {one.name && <span>{[one.courtesyTitle, one.name].filter(Boolean).join(" ")}</span>}
              {one.onBehalfOf && (
                <span className="text-muted">{live("onBehalfOf", { group: one.onBehalfOf })}</span>
              )}
              <span className="text-muted">{enums(`speakingClass.${one.class}`)}</span>
              <StatusBadge of="speakerState" state={one.state} />
            </p>
            {one.own && (
              <div key={one.revision} className="space-y-3">
                {one.hasSpeech && (
                  <a className="link inline-block min-h-6" href={`${base}/${one.id}`} download>
                    {t("text", { name: name.text })}
                  </a>
                )}
                {!(one.state === "spoken" && one.hasSpeech) && (
                  <details>
                    <summary className="link inline-block min-h-6">{t("speech.title")}</summary>
                    <div className="mt-3">
                      <SpeechForm {...values} action={handIn} />
                    </div>
                  </details>
                )}
                {queued.includes(one.state) && (
                  <StepForm action={withdraw} schema={speakerStepInput} values={values} size="small">
                    {t("withdraw")}
                  </StepForm>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { pinInput, speakerStepInput } from "@/domain/speakers/input";
import { clockText, queued } from "@/domain/speakers/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import { ConfirmDialog } from "../form/confirm-dialog";
import { TextField } from "../form/text-field";
import { StatusBadge } from "../status-badge";
import type { ListActions, ListedSpeaker } from "./listed";
import { StepForm } from "./step-form";

type Props = {
  speakers: ListedSpeaker[];
  /** Where the text somebody handed in is read, before the id of the speaker. */
  speeches: string;
  actions: ListActions;
};

/** A list in its order, each with what can be done next; who spoke stands first, with the time they took. */
export function SpeakersTable({ speakers, speeches, actions }: Props) {
  const t = useTranslations("speakers");
  if (speakers.length === 0) return <p className="text-muted text-sm">{t("nobody")}</p>;
  const taken = speakers.some((one) => one.state === "speaking");
  return (
    <ol>
      {speakers.map((one, index) => (
        <Row
          key={one.id}
          speaker={one}
          place={index + 1}
          taken={taken}
          speech={one.speechId ? `${speeches}/${one.id}` : undefined}
          actions={actions}
        />
      ))}
    </ol>
  );
}

type RowProps = {
  speaker: ListedSpeaker;
  place: number;
  taken: boolean;
  speech: string | undefined;
  actions: ListActions;
};

function Row({ speaker, place, taken, speech, actions }: RowProps) {
  const locale = useLocale();
  const t = useTranslations("speakers");
  const live = useTranslations("live");
  const enums = useTranslations("enums");
  const name = pick(speaker.organisation, locale);
  return (
    <li className="grid gap-x-4 gap-y-2 border-rule border-t py-3 sm:grid-cols-[2rem_minmax(0,1fr)]">
      <span className="text-muted tabular-nums">{place}</span>
      <div className="min-w-0 space-y-2">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span lang={langOf(name, locale)} className="font-medium">
            {name.text}
          </span>
          {speaker.name && <span>{[speaker.courtesyTitle, speaker.name].filter(Boolean).join(" ")}</span>}
          {speaker.onBehalfOf && (
            <span className="text-muted">{live("onBehalfOf", { group: speaker.onBehalfOf })}</span>
          )}
          <span className="text-muted text-sm">{enums(`speakingClass.${speaker.class}`)}</span>
          <StatusBadge of="speakerState" state={speaker.state} />
          {speaker.calledAt && queued.includes(speaker.state) && (
            <span className="text-sm">{t("called")}</span>
          )}
          {speaker.state === "spoken" && <span className="tabular-nums">{clockText(speaker.usedMs)}</span>}
          {speech && (
            <a className="link inline-block min-h-6 text-sm" href={speech} download>
              {t("text", { name: name.text })}
            </a>
          )}
        </p>
        {speaker.pinnedTo !== null && (
          <p className="text-sm">{t("pinned", { place: speaker.pinnedTo, reason: speaker.pinReason })}</p>
        )}
        {queued.includes(speaker.state) && (
          <Steps key={speaker.revision} {...{ speaker, taken, actions }} name={name.text} />
        )}
      </div>
    </li>
  );
}

type StepsProps = { speaker: ListedSpeaker; name: string; taken: boolean; actions: ListActions };

function Steps({ speaker, name, taken, actions }: StepsProps) {
  const t = useTranslations("speakers");
  const values = { id: speaker.id, revision: speaker.revision };
  const step = { schema: speakerStepInput, values, size: "small" as const };
  return (
    <div className="flex flex-wrap items-start gap-2">
      {!taken && (
        <StepForm {...step} action={actions.giveFloor} look="primary" label={t("giveTo", { name })}>
          {t("give")}
        </StepForm>
      )}
      {!speaker.calledAt && (
        <StepForm {...step} action={actions.call} label={t("callOf", { name })}>
          {t("call")}
        </StepForm>
      )}
      <StepForm {...step} action={actions.absent} label={t("absentOf", { name })}>
        {t("absent")}
      </StepForm>
      {speaker.state === "waiting" && (
        <ConfirmDialog
          trigger={t("pin.button")}
          triggerProps={{ size: "small", "aria-label": t("pin.title", { name }) }}
          title={t("pin.title", { name })}
          action={actions.pin}
          schema={pinInput as never}
          values={values}
          initial={{ place: speaker.pinnedTo ?? "" }}
          consequence={<p>{t("pin.consequence")}</p>}
          reason={{ label: t("reason") }}
          confirm={t("pin.button")}
        >
          <TextField
            name="place"
            type="number"
            min={1}
            optional
            label={t("pin.place")}
            help={t("pin.help")}
          />
        </ConfirmDialog>
      )}
      <StepForm {...step} action={actions.withdraw} look="quiet" label={t("withdrawOf", { name })}>
        {t("withdraw")}
      </StepForm>
    </div>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { extendInput, speakerStepInput } from "@/domain/speakers/input";
import { langOf, pick } from "@/lib/i18n/pick";
import { ConfirmDialog } from "../form/confirm-dialog";
import { TextField } from "../form/text-field";
import { FloorClock } from "../live/floor-clock";
import type { ListActions, ListedSpeaker } from "./listed";
import { StepForm } from "./step-form";

type Props = {
  speaker: ListedSpeaker;
  serverNow: number;
  actions: Pick<ListActions, "pause" | "end" | "extend">;
};

/** Who has the floor, with a clock to be read from afar, and what the desk of the chair can do. */
export function FloorPanel({ speaker, serverNow, actions }: Props) {
  const locale = useLocale();
  const t = useTranslations("speakers");
  const live = useTranslations("live");
  const name = pick(speaker.organisation, locale);
  const values = { id: speaker.id, revision: speaker.revision };
  const running = speaker.runningSince !== null;
  return (
    <section aria-label={live("floor")} className="space-y-4 border-accent border-s-4 bg-surface px-4 py-4">
      <p className="font-serif text-2xl">
        <span lang={langOf(name, locale)}>{name.text}</span>
        {speaker.name && (
          <span className="block text-lg">
            {[speaker.courtesyTitle, speaker.name].filter(Boolean).join(" ")}
          </span>
        )}
        {speaker.onBehalfOf && (
          <span className="block text-base text-muted">
            {live("onBehalfOf", { group: speaker.onBehalfOf })}
          </span>
        )}
      </p>
      <FloorClock
        runningSince={speaker.runningSince?.toISOString() ?? null}
        usedMs={speaker.usedMs}
        limitSeconds={speaker.limitSeconds ?? 0}
        serverNow={serverNow}
        className="text-6xl"
      />
      <div className="flex flex-wrap items-start gap-3">
        <StepForm
          key={`p${speaker.revision}`}
          action={actions.pause}
          schema={speakerStepInput}
          values={values}
        >
          {running ? t("pause") : t("resume")}
        </StepForm>
        <ConfirmDialog
          key={`x${speaker.revision}`}
          trigger={t("extend.button")}
          title={t("extend.title", { name: name.text })}
          action={actions.extend}
          schema={extendInput as never}
          values={values}
          initial={{ seconds: 60 }}
          consequence={<p>{t("extend.consequence")}</p>}
          reason={{ label: t("reason") }}
          confirm={t("extend.button")}
        >
          <TextField name="seconds" type="number" min={10} max={7200} label={t("extend.seconds")} />
        </ConfirmDialog>
        <StepForm
          key={`e${speaker.revision}`}
          action={actions.end}
          schema={speakerStepInput}
          values={values}
          look="primary"
        >
          {t("end")}
        </StepForm>
      </div>
    </section>
  );
}

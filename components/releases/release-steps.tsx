"use client";

import { useTranslations } from "next-intl";
import {
  cancelReleaseInput,
  rehearseInput,
  releaseStepInput,
  scheduleInput,
  undoInput,
} from "@/domain/releases/input";
import { readObstacle, undoReasons } from "@/domain/releases/rules";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";
import { DateTimeField } from "../form/date-time-field";
import { Form } from "../form/form";
import { HiddenField, RevisionField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { useObstacleLine } from "./obstacle-list";
import type { Release } from "./types";

type Props = { release: Release; action: FormAction };

/** An obstacle that came with a refusal, in words. */
function useObstacleWords(release: Release) {
  const line = useObstacleLine(release.items);
  return (key: string) => line(readObstacle(key));
}

/** Setting the instant at which a release goes out, or another. */
export function ScheduleStep({ release, local, action }: Props & { local: string }) {
  const t = useTranslations("releases.schedule");
  const obstacles = useObstacleWords(release);
  const { id, revision, zone } = release;
  const form = useActionForm({
    action,
    schema: scheduleInput as never,
    defaults: { id, revision, scheduledFor: local, zone },
  });
  return (
    <Form form={form} obstacles={obstacles} doneMessage={null} className="max-w-2xl space-y-4">
      <HiddenField name="id" />
      <RevisionField />
      <DateTimeField name="scheduledFor" label={t("field")} help={t("help")} zone={zone} />
      <HiddenField name="zone" />
      <p className="measure text-muted text-sm">{t("pinned")}</p>
      <SubmitButton look={local ? "secondary" : "primary"}>{local ? t("again") : t("button")}</SubmitButton>
    </Form>
  );
}

/** Taking a release off the schedule, so that it can be changed. */
export function UnscheduleStep({ release: { id, revision }, action }: Props) {
  const t = useTranslations("releases.schedule");
  return (
    <ConfirmDialog
      trigger={t("unschedule")}
      title={t("unscheduleTitle")}
      action={action}
      schema={releaseStepInput as never}
      values={{ id, revision }}
      consequence={<p>{t("unscheduleText")}</p>}
      confirm={t("unschedule")}
    />
  );
}

/** The button "now": everything in one press, after one question. */
export function PublishStep({ release, action }: Props) {
  const t = useTranslations("releases.publish");
  const obstacles = useObstacleWords(release);
  const { id, revision } = release;
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "primary" }}
      title={t("title")}
      action={action}
      schema={releaseStepInput as never}
      values={{ id, revision }}
      consequence={<p>{t("text", { count: release.items.length })}</p>}
      confirm={t("confirm")}
      obstacles={obstacles}
    />
  );
}

/** Calling a release off before its instant. */
export function CancelStep({ release: { id, revision, state }, action }: Props) {
  const t = useTranslations("releases.cancel");
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger" }}
      title={t("title")}
      action={action}
      schema={cancelReleaseInput as never}
      values={{ id, revision }}
      consequence={
        <>
          <p>{t("text")}</p>
          {state === "ready" && <p>{t("textReady")}</p>}
        </>
      }
      reason={{ label: t("reason") }}
      confirm={t("button")}
      danger
    />
  );
}

/** Taking a whole release back, with the reason that decides what becomes of its things. */
export function UndoStep({ release, told, action }: Props & { told: boolean }) {
  const t = useTranslations("releases.undo");
  const kinds = useTranslations("enums.unpublishReason");
  const obstacles = useObstacleWords(release);
  const { id, revision } = release;
  return (
    <ConfirmDialog
      trigger={t("button")}
      triggerProps={{ look: "danger" }}
      title={t("title")}
      action={action}
      schema={undoInput as never}
      values={{ id, revision }}
      initial={{ kind: undoReasons[0] }}
      consequence={
        <>
          <p>{t("text")}</p>
          {told && <p className="font-medium">{t("told")}</p>}
        </>
      }
      reason={{ label: t("reason") }}
      confirm={t("button")}
      obstacles={obstacles}
      danger
    >
      <SelectField
        name="kind"
        label={t("kind")}
        choices={undoReasons.map((value) => ({ value, label: kinds(value) }))}
      />
    </ConfirmDialog>
  );
}

/** Beginning a rehearsal: the public site opens as it will be. */
export function RehearseStep({ release, action }: Props) {
  const t = useTranslations("releases.rehearse");
  const obstacles = useObstacleWords(release);
  const form = useActionForm({
    action,
    schema: rehearseInput as never,
    defaults: { id: release.id },
  });
  return (
    <Form form={form} obstacles={obstacles} doneMessage={null} className="space-y-0">
      <HiddenField name="id" />
      <SubmitButton look="secondary">{t("button")}</SubmitButton>
    </Form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { rejectInput, sponsorInput, takeUpInput, withdrawAmendmentInput } from "@/domain/amendments/input";
import { bracketable } from "@/domain/amendments/rules";
import type { FormAction } from "@/lib/form";
import { type Choice, SelectField } from "../form/choice-fields";
import { ConfirmForm } from "../form/confirm-dialog";
import type { Amendment } from "./amendment";

type Step = Pick<Amendment, "id" | "number" | "revision" | "kind">;
type DecisionProps = {
  amendment: Step;
  /** The latest authentic text, on which is decided. */
  textId: string;
  accept: FormAction;
  bracket: FormAction;
  reject: FormAction;
};

/** What the secretariat can decide on an amendment: each step says what it does, and works without script. */
export function DecisionForms({ amendment, textId, accept, bracket, reject }: DecisionProps) {
  const t = useTranslations("negotiation.step");
  const { id, number, revision, kind } = amendment;
  const obstacles = (code: string) => t(`obstacles.${code}` as "obstacles.decided");
  const takeUp = { schema: takeUpInput as never, values: { id, revision, textId }, obstacles };
  return (
    <div className="space-y-3">
      <Opening title={t("accept")} open>
        <ConfirmForm
          {...takeUp}
          action={accept}
          consequence={<p>{t("acceptMeans")}</p>}
          reason={{ label: t("reason"), optional: true }}
          confirm={t("acceptTitle", { number })}
        />
      </Opening>
      {bracketable.includes(kind) && (
        <Opening title={t("bracket")}>
          <ConfirmForm
            {...takeUp}
            action={bracket}
            consequence={<p>{t("bracketMeans")}</p>}
            reason={{ label: t("reason"), optional: true }}
            confirm={t("bracketTitle", { number })}
          />
        </Opening>
      )}
      <Opening title={t("reject")}>
        <ConfirmForm
          schema={rejectInput as never}
          values={{ id, revision }}
          action={reject}
          consequence={<p>{t("rejectMeans")}</p>}
          reason={{ label: t("reason") }}
          confirm={t("rejectTitle", { number })}
          danger
        />
      </Opening>
    </div>
  );
}

/** Taking one's own amendment back. */
export function WithdrawForm({ amendment, action }: { amendment: Step; action: FormAction }) {
  const t = useTranslations("negotiation.step");
  const { id, number, revision } = amendment;
  return (
    <Opening title={t("withdraw")}>
      <ConfirmForm
        schema={withdrawAmendmentInput as never}
        values={{ id, revision }}
        action={action}
        consequence={<p>{t("withdrawMeans")}</p>}
        reason={{ label: t("reason"), optional: true }}
        confirm={t("withdrawTitle", { number })}
        danger
      />
    </Opening>
  );
}

type SponsorProps = { id: string; joined: boolean; action: FormAction };

/** Joining the sponsors of somebody else's amendment, or leaving them. */
export function SponsorForm({ id, joined, action }: SponsorProps) {
  const t = useTranslations("negotiation.step");
  return (
    <ConfirmForm
      key={String(joined)}
      schema={sponsorInput as never}
      values={{ id, joins: joined ? "no" : "yes", organisationId: "" }}
      action={action}
      consequence={null}
      confirm={joined ? t("unsponsor") : t("sponsor")}
    />
  );
}

type SponsorsProps = { id: string; parties: Choice[]; sponsors: Choice[]; action: FormAction };

/** Writing down, as the secretariat, that a party joins the sponsors of an amendment or leaves them. */
export function SponsorsForms({ id, parties, sponsors, action }: SponsorsProps) {
  const t = useTranslations("negotiation.step");
  const word = useTranslations("negotiation.form");
  const sides = [
    { joins: "yes", choices: parties, title: t("joins") },
    { joins: "no", choices: sponsors, title: t("leaves") },
  ];
  return sides
    .filter(({ choices }) => choices.length > 0)
    .map(({ joins, choices, title }) => (
      <Opening key={`${joins}-${choices.length}`} title={title}>
        <ConfirmForm
          schema={sponsorInput as never}
          values={{ id, joins }}
          initial={{ organisationId: "" }}
          action={action}
          consequence={null}
          confirm={title}
        >
          <SelectField name="organisationId" label={word("for")} none={word("choose")} choices={choices} />
        </ConfirmForm>
      </Opening>
    ));
}

function Opening({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-rule border-t pt-3">
      <summary className="link inline-block min-h-6 text-sm">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Localized } from "@/db/enums";
import {
  changePartyInput,
  inviteMembersInput,
  invitePartiesInput,
  removePartyInput,
} from "@/domain/negotiations/input";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { CheckboxesField, CheckboxField, type Choice } from "../form/choice-fields";
import { ConfirmDialog, ConfirmForm } from "../form/confirm-dialog";
import { Form } from "../form/form";
import { HiddenField } from "../form/hidden-field";
import { SubmitButton } from "../form/submit-button";
import { useActionForm } from "../form/use-action-form";
import { Badge } from "../ui/badge";

type Party = { id: string; name: Localized; drafting: boolean };
type Props = {
  id: string;
  parties: Party[];
  /** Those that could be invited; none for whoever may only look. */
  choices: Choice[];
  actions?: { invite: FormAction; members: FormAction; change: FormAction; remove: FormAction };
};

/** The parties to a negotiation, and inviting more. */
export function Parties({ id, parties, choices, actions }: Props) {
  const t = useTranslations("negotiation.parties");
  const locale = useLocale();
  return (
    <div className="space-y-4">
      <ul className="grid gap-x-8 lg:grid-cols-2">
        {parties.map((party) => {
          const name = pick(party.name, locale);
          const values = { id, organisationId: party.id };
          return (
            <li
              key={party.id}
              className="flex flex-wrap items-center gap-2 border-rule border-t py-2 text-sm"
            >
              <span lang={langOf(name, locale)} className="me-auto min-w-0 break-words font-medium">
                {name.text}
              </span>
              {party.drafting && <Badge tone="info">{t("isDrafting")}</Badge>}
              {actions && (
                <>
                  <ConfirmDialog
                    trigger={party.drafting ? t("takeOut") : t("takeIn")}
                    triggerProps={{ size: "small", look: "quiet" }}
                    title={t(party.drafting ? "takeOutOf" : "takeInOf", { name: name.text })}
                    action={actions.change}
                    schema={changePartyInput as never}
                    values={{ ...values, drafting: String(!party.drafting) }}
                    consequence={<p>{t("draftingHelp")}</p>}
                    confirm={party.drafting ? t("takeOut") : t("takeIn")}
                  />
                  <ConfirmDialog
                    trigger={t("remove")}
                    triggerProps={{
                      size: "small",
                      look: "quiet",
                      "aria-label": t("removeOf", { name: name.text }),
                    }}
                    title={t("removeTitle", { name: name.text })}
                    action={actions.remove}
                    schema={removePartyInput as never}
                    values={values}
                    consequence={<p>{t("removeConsequence")}</p>}
                    confirm={t("remove")}
                    danger
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {actions && (
        <>
          <details open={parties.length === 0}>
            <summary className="link inline-block min-h-6 text-sm">{t("members")}</summary>
            <ConfirmForm
              action={actions.members}
              schema={inviteMembersInput as never}
              values={{ id }}
              consequence={<p>{t("membersConsequence")}</p>}
              confirm={t("members")}
            />
          </details>
          <details>
            <summary className="link inline-block min-h-6 text-sm">{t("inviteTitle")}</summary>
            <InviteForm key={parties.length} id={id} choices={choices} action={actions.invite} />
          </details>
        </>
      )}
    </div>
  );
}

function InviteForm({ id, choices, action }: { id: string; choices: Choice[]; action: FormAction }) {
  const t = useTranslations("negotiation.parties");
  const form = useActionForm({
    action,
    schema: invitePartiesInput as never,
    defaults: { id, organisationIds: [], drafting: false },
  });
  if (choices.length === 0) return <p className="text-sm">{t("everyone")}</p>;
  return (
    <Form form={form} className="mt-3 space-y-4" doneMessage={t("invited")}>
      <HiddenField name="id" />
      <CheckboxesField name="organisationIds" label={t("organisations")} choices={choices} />
      <CheckboxField name="drafting" label={t("drafting")} help={t("draftingHelp")} />
      <SubmitButton>{t("invite")}</SubmitButton>
    </Form>
  );
}

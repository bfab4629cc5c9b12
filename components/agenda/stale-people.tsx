"use client";

import { useTranslations } from "next-intl";
import type { AgendaRole, Confirmation, Presence } from "@/db/enums";
import type { Choice } from "../form/choice-fields";
import { useFormAround } from "../form/context";
import { theirsOf } from "../form/stale-notice";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { PersonRow } from "./people-rows";

type Props = { people: Choice[]; onTake: (rows: PersonRow[]) => void };

/** After a save that came too late: who is in the item as somebody else saved it, beside your own rows. */
export function StalePeople({ people, onTake }: Props) {
  const { state, fields } = useFormAround();
  const t = useTranslations("agenda.form.stalePeople");
  const common = useTranslations("common.stale");
  const enums = useTranslations("enums");
  if (state.serverError?.code !== "stale") return null;
  const theirs = theirsOf(state.serverError.attached)?.people as PersonRow[] | undefined;
  const yours = ((fields.watch("people") ?? []) as PersonRow[]).filter((row) => row.personId !== "");
  if (!theirs || JSON.stringify(theirs.map(key)) === JSON.stringify(yours.map(key))) return null;
  return (
    <Notice tone="warning" title={t("title")}>
      <ul className="list-disc ps-5">
        {theirs.length === 0 && <li>{common("empty")}</li>}
        {theirs.map((row) => (
          <li key={`${row.personId}${row.role}`}>
            {people.find((one) => one.value === row.personId)?.label}
            {`: ${enums(`agendaRole.${row.role as AgendaRole}`)}, ${enums(`confirmation.${row.confirmation as Confirmation}`)}, ${enums(`presence.${row.presence as Presence}`)}`}
          </li>
        ))}
      </ul>
      <Button size="small" className="mt-2" onClick={() => onTake(theirs)}>
        {common("take")}
      </Button>
    </Notice>
  );
}

const key = (row: PersonRow) => [row.personId, row.role, row.confirmation, row.presence, row.onBehalfOf];

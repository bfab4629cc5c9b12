import { useLocale, useTranslations } from "next-intl";
import type { DatePrecision, Localized } from "@/db/enums";
import { type Spell, spellState } from "@/domain/members/rules";
import type { FormAction } from "@/lib/form";
import { pick } from "@/lib/i18n/pick";
import { dayIn } from "@/lib/time";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { SpellForm } from "./spell-form";
import { SpellWords } from "./spell-words";
import { WithdrawSpell } from "./withdraw-spell";

type Props = {
  spell: Spell & {
    id: string;
    revision: number;
    leftPrecision: DatePrecision | null;
    note: string;
    publicFrom: Date | null;
    withdrawnAt: Date | null;
  };
  name: Localized;
  at: Date;
  zone: string;
  /** Absent where the actor may only look. */
  actions?: { edit: FormAction; withdraw: FormAction };
};

/** A spell in the workspace: its dates, whether the public knows it, and what can be done. */
export function SpellEditor({ spell, name, at, zone, actions }: Props) {
  const t = useTranslations("members");
  const locale = useLocale();
  const state = spellState(spell, at);
  return (
    <li className="space-y-2 border-rule border-t py-3 first:border-t-0 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={state === "withdrawn" ? "line-through" : undefined}>
          <SpellWords spell={spell} day={dayIn(at, zone)} />
        </span>
        <StatusBadge of="publicationState" state={state} />
        {state === "embargoed" && spell.publicFrom && (
          <span className="text-muted text-sm">
            {t.rich("publicFrom", {
              time: () => (spell.publicFrom ? <Time at={spell.publicFrom} zone={zone} /> : null),
            })}
          </span>
        )}
        {state === "draft" && <span className="text-muted text-sm">{t("toBeAnnounced")}</span>}
      </p>
      {spell.note && <p className="measure whitespace-pre-line text-muted text-sm">{spell.note}</p>}
      {actions && state !== "withdrawn" && (
        <>
          <details>
            <summary className="link inline-block min-h-6 text-sm">{t("edit")}</summary>
            <div className="mt-4 border-rule border-s ps-4">
              <SpellForm
                values={{
                  id: spell.id,
                  revision: spell.revision,
                  joinedOn: spell.joinedOn,
                  joinedPrecision: spell.joinedPrecision,
                  leftOn: spell.leftOn ?? "",
                  leftPrecision: spell.leftPrecision ?? "",
                  note: spell.note,
                  known: false,
                }}
                asksKnown={spell.publicFrom === null}
                action={actions.edit}
              />
            </div>
          </details>
          <WithdrawSpell
            id={spell.id}
            revision={spell.revision}
            name={pick(name, locale).text}
            action={actions.withdraw}
          />
        </>
      )}
    </li>
  );
}

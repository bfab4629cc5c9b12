"use client";

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Localized, ReminderAnchor, ReminderAudience } from "@/db/enums";
import { removeReminderInput } from "@/domain/reminders/input";
import { fromMinutes, type ReminderState } from "@/domain/reminders/rules";
import type { FormAction } from "@/lib/form";
import { langOf, pick } from "@/lib/i18n/pick";
import { ConfirmDialog } from "../form/confirm-dialog";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { Table, Td, Th, Tr } from "../ui/table";

export type ReminderRow = {
  id: string;
  revision: number;
  anchor: ReminderAnchor;
  offsetMinutes: number;
  audience: ReminderAudience;
  subject: Localized;
  state: ReminderState;
  /** When it leaves or left, by the event's dates. */
  due: Date | null;
  sentTo: number;
};

type Props = { rows: ReminderRow[]; zone: string; base: string; remove: FormAction };

/** The reminders of an event in the order in which they leave, each with the instant in the event's zone. */
export function RemindersTable({ rows, zone, base, remove }: Props) {
  const t = useTranslations("mailing.reminders");
  const audiences = useTranslations("enums.reminderAudience");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("when")}</Th>
          <Th>{t("subject")}</Th>
          <Th>{t("to")}</Th>
          <Th>{t("state")}</Th>
          <Th className="relative">
            <span className="sr-only">{t("edit")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="min-w-48 tabular-nums">
              {row.due ? <Time at={row.due} zone={zone} /> : t("noDate")}
              <Relative {...row} />
            </Td>
            <Td className="min-w-40">
              <Subject subject={row.subject} />
            </Td>
            <Td className="min-w-40">{audiences(row.audience)}</Td>
            <Td>
              <StatusBadge of="reminderState" state={row.state} />
              {row.state === "sent" && (
                <span className="block text-muted text-xs">{t("sentTo", { count: row.sentTo })}</span>
              )}
            </Td>
            <Td>{row.state !== "sent" && <Steps row={row} base={base} remove={remove} />}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** "7 days before: beginning of the event". */
function Relative({ anchor, offsetMinutes }: ReminderRow) {
  const t = useTranslations("mailing.reminders");
  const anchors = useTranslations("enums.reminderAnchor");
  const { amount, unit, side } = fromMinutes(offsetMinutes);
  const time = t(`offset.${unit}`, { count: amount });
  const which = amount === 0 ? "at" : side;
  return (
    <span className="block text-muted text-xs">
      {t(`relative.${which}`, { time, anchor: anchors(anchor) })}
    </span>
  );
}

function Subject({ subject }: { subject: Localized }) {
  const locale = useLocale();
  const picked = pick(subject, locale);
  return <span lang={langOf(picked, locale)}>{picked.text}</span>;
}

function Steps({ row, base, remove }: { row: ReminderRow; base: string; remove: FormAction }) {
  const t = useTranslations("mailing.reminders");
  const locale = useLocale();
  const { id, revision } = row;
  return (
    <div className="flex items-center justify-end gap-2 whitespace-nowrap">
      <Link
        className="link"
        href={`${base}/${id}` as Route}
        aria-label={t("editOf", { subject: pick(row.subject, locale).text })}
      >
        {t("edit")}
      </Link>
      <ConfirmDialog
        key={revision}
        trigger={t("remove.button")}
        triggerProps={{ look: "quiet", size: "small" }}
        title={t("remove.title")}
        action={remove}
        schema={removeReminderInput as never}
        values={{ id, revision }}
        consequence={<p>{t("remove.consequence")}</p>}
        confirm={t("remove.button")}
        danger
      />
    </div>
  );
}

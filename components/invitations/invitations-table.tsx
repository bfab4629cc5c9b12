"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ParticipationClass, PoolKind } from "@/db/enums";
import { invitationInput } from "@/domain/invitations/input";
import { type InvitationState, isOpen } from "@/domain/invitations/rules";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  id: string;
  name: string;
  email: string;
  delegationId: string | null;
  organisation: string;
  class: ParticipationClass;
  pool: PoolKind;
  guaranteed: boolean;
  state: InvitationState;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  revokedAt: Date | null;
  remindedAt: Date | null;
  declineReason: string;
  reminders: number;
  participationId: string | null;
};

type Props = {
  rows: Row[];
  zone: string;
  /** Where the participants of the event are. */
  base: string;
  inviting: boolean;
  remind: FormAction;
  revoke: FormAction;
};

/** The invitations of an event: to whom, to what, how far each got, and what can be done about it. */
export function InvitationsTable({ rows, zone, base, inviting, remind, revoke }: Props) {
  const t = useTranslations("invitations");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("invitee")}</Th>
          <Th>{t("to")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("answerUntil")}</Th>
          <Th>
            <span className="sr-only">{t("steps")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Invitee row={row} base={base} />
            </Td>
            <Td>
              <Terms row={row} />
            </Td>
            <Td>
              <State row={row} zone={zone} />
            </Td>
            <Td>
              <Time at={row.expiresAt} zone={zone} />
            </Td>
            <Td className="whitespace-nowrap text-end">
              {inviting && isOpen(row.state) && <Steps row={row} remind={remind} revoke={revoke} />}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Invitee({ row, base }: { row: Row; base: string }) {
  const name = row.name || row.email;
  return (
    <>
      {row.participationId ? (
        <Link className="link-quiet font-medium" href={`${base}/${row.participationId}` as Route}>
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      {row.name && <span className="block text-muted text-xs">{row.email}</span>}
    </>
  );
}

function Terms({ row }: { row: Row }) {
  const t = useTranslations("invitations");
  const enums = useTranslations("enums");
  if (row.delegationId) return t("toNominate", { organisation: row.organisation });
  return (
    <>
      {enums(`participationClass.${row.class}`)}
      <span className="block text-muted text-xs">
        {t("fromPool", { pool: enums(`poolKind.${row.pool}`) })}
      </span>
      {row.guaranteed && <Badge tone="info">{t("guaranteedPlace")}</Badge>}
    </>
  );
}

function State({ row, zone }: { row: Row; zone: string }) {
  const t = useTranslations("invitations");
  const at = row.acceptedAt ?? row.declinedAt ?? row.revokedAt ?? row.remindedAt ?? row.createdAt;
  return (
    <>
      <StatusBadge of="invitationState" state={row.state} />
      <span className="mt-1 block text-muted text-xs">
        <Time at={at} zone={zone} />
        {row.reminders > 0 && isOpen(row.state) && <>, {t("reminded", { count: row.reminders })}</>}
      </span>
      {row.declineReason && (
        <span className="mt-1 block max-w-xs whitespace-pre-line text-xs">{row.declineReason}</span>
      )}
    </>
  );
}

function Steps({ row, remind, revoke }: { row: Row; remind: FormAction; revoke: FormAction }) {
  const t = useTranslations("invitations");
  const name = row.name || row.email;
  const small = { size: "small", look: "quiet" } as const;
  return (
    <>
      <ConfirmDialog
        trigger={t("remind")}
        triggerProps={{ ...small, "aria-label": t("remindOne", { name }) }}
        title={t("remindOne", { name })}
        action={remind}
        schema={invitationInput as never}
        values={{ id: row.id }}
        consequence={<p>{t("remindConsequence")}</p>}
        confirm={t("remind")}
      />
      <ConfirmDialog
        trigger={t("revoke")}
        triggerProps={{ ...small, "aria-label": t("revokeOne", { name }) }}
        title={t("revokeOne", { name })}
        action={revoke}
        schema={invitationInput as never}
        values={{ id: row.id }}
        consequence={<p>{row.guaranteed ? t("revokeGuaranteed") : t("revokeConsequence")}</p>}
        confirm={t("revoke")}
        danger
      />
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { inviteDelegationsInput } from "@/domain/invitations/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { DateTimeField } from "../form/date-time-field";

type Props = {
  eventId: string;
  zone: string;
  expiresAt: string;
  reach: { members: number; fresh: number; invited: number; without: string[] };
  action: FormAction;
};

/** Inviting every member's focal points to nominate, in one go; says whom it reaches and whom it cannot. */
export function InviteDelegations({ eventId, zone, expiresAt, reach, action }: Props) {
  const t = useTranslations("invitations");
  return (
    <div className="measure space-y-3 text-sm">
      <p>{t("reach", { members: reach.members, fresh: reach.fresh })}</p>
      {reach.invited > 0 && <p>{t("reachInvited", { count: reach.invited })}</p>}
      {reach.without.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1">
            {t("reachWithout", { count: reach.without.length })}
          </summary>
          <p className="text-muted">{reach.without.join(", ")}</p>
        </details>
      )}
      {reach.fresh > 0 && (
        <ConfirmDialog
          trigger={t("inviteMembersButton", { count: reach.fresh })}
          title={t("inviteMembers")}
          action={action}
          schema={inviteDelegationsInput as never}
          values={{ eventId }}
          initial={{ expiresAt }}
          consequence={<p>{t("inviteMembersConsequence", { count: reach.fresh })}</p>}
          confirm={t("inviteMembersButton", { count: reach.fresh })}
        >
          <DateTimeField name="expiresAt" label={t("expiresAt")} zone={zone} />
        </ConfirmDialog>
      )}
    </div>
  );
}

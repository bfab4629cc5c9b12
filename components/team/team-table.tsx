"use client";

import { useTranslations } from "next-intl";
import type { Role } from "@/db/enums";
import { changeRoleInput, deactivateInput } from "@/domain/team/input";
import { staffRoles } from "@/domain/team/rules";
import type { FormAction } from "@/lib/form";
import { SelectField } from "../form/choice-fields";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Badge } from "../ui/badge";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = { id: string; name: string; email: string; role: Role; organisation: string; active: boolean };
type Props = { rows: Row[]; mayChange: boolean; changeRole: FormAction; deactivate: FormAction };

/** Who may sign in, as what, and the ways to change that. */
export function TeamTable({ rows, mayChange, changeRole, deactivate }: Props) {
  const t = useTranslations("team");
  const roles = useTranslations("enums.role");
  const small = { size: "small", look: "quiet" } as const;
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("organisation")}</Th>
          <Th>
            <span className="sr-only">{t("steps")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <span className="font-medium">{row.name}</span>
              <span className="block text-muted text-xs">{row.email}</span>
            </Td>
            <Td>
              {roles(row.role)} {!row.active && <Badge>{t("deactivated")}</Badge>}
            </Td>
            <Td>{row.organisation}</Td>
            <Td className="whitespace-nowrap text-end">
              {mayChange && row.active && row.role !== "focal_point" && (
                <ConfirmDialog
                  trigger={t("changeRole")}
                  triggerProps={{ ...small, "aria-label": t("changeRoleOf", { name: row.name }) }}
                  title={t("changeRoleOf", { name: row.name })}
                  action={changeRole}
                  schema={changeRoleInput as never}
                  values={{ id: row.id }}
                  consequence={<p>{t("changeRoleConsequence")}</p>}
                  confirm={t("changeRole")}
                >
                  <SelectField
                    name="role"
                    label={t("role")}
                    choices={staffRoles.map((value) => ({ value, label: roles(value) }))}
                  />
                </ConfirmDialog>
              )}
              {mayChange && row.active && (
                <ConfirmDialog
                  trigger={t("deactivate")}
                  triggerProps={{ ...small, "aria-label": t("deactivateOf", { name: row.name }) }}
                  title={t("deactivateOf", { name: row.name })}
                  action={deactivate}
                  schema={deactivateInput as never}
                  values={{ id: row.id }}
                  consequence={<p>{t("deactivateConsequence")}</p>}
                  confirm={t("deactivate")}
                  danger
                />
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

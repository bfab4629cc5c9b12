"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/db/enums";
import { changeRecipientInput, removeRecipientInput } from "@/domain/press-list/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { Table, Td, Th, Tr } from "../ui/table";
import { RecipientFields } from "./recipient-form";

type Row = { id: string; name: string; outlet: string; email: string; locale: Locale; revision: number };
type Props = { rows: Row[]; change: FormAction; remove: FormAction };

/** Everybody on the press list, and the ways to change that. */
export function RecipientsTable({ rows, change, remove }: Props) {
  const t = useTranslations("press.list");
  const languages = useTranslations("enums.locale");
  const small = { size: "small", look: "quiet" } as const;
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("outlet")}</Th>
          <Th>{t("locale")}</Th>
          <Th>
            <span className="sr-only">{t("steps")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, revision, name, outlet, email, locale }) => (
          <Tr key={id}>
            <Td className="min-w-48 [overflow-wrap:anywhere]">
              <span className="font-medium">{name}</span>
              <span className="block text-muted text-xs">{email}</span>
            </Td>
            <Td className="min-w-28 [overflow-wrap:anywhere]">{outlet}</Td>
            <Td>{languages(locale)}</Td>
            <Td className="whitespace-nowrap text-end">
              <ConfirmDialog
                key={revision}
                trigger={t("change")}
                triggerProps={{ ...small, "aria-label": t("changeOf", { name }) }}
                title={t("changeOf", { name })}
                action={change}
                schema={changeRecipientInput as never}
                values={{ id, revision }}
                initial={{ name, outlet, email, locale }}
                consequence={<p>{t("changeLead")}</p>}
                confirm={t("save")}
              >
                <RecipientFields />
              </ConfirmDialog>
              <ConfirmDialog
                trigger={t("remove")}
                triggerProps={{ ...small, "aria-label": t("removeOf", { name }) }}
                title={t("removeOf", { name })}
                action={remove}
                schema={removeRecipientInput as never}
                values={{ id, revision }}
                consequence={<p>{t("removeConsequence")}</p>}
                confirm={t("remove")}
                danger
              />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

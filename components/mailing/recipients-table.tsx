import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Locale, MailState } from "@/db/enums";
import type { FormAction } from "@/lib/form";
import { StatusBadge } from "../status-badge";
import { Table, Td, Th, Tr } from "../ui/table";
import { RemoveDraft } from "./remove-draft";

type Row = {
  id: string;
  toName: string;
  toAddress: string;
  locale: Locale;
  state: MailState;
  lastError: string;
};

/** The exact list of a bulk mail's recipients, each with their mail; `remove` is absent once it is released. */
export function RecipientsTable({ rows, remove }: { rows: Row[]; remove?: FormAction }) {
  const t = useTranslations("mailing.bulk");
  const languages = useTranslations("enums.locale");
  const locale = useLocale();
  return (
    <Table label={t("recipients")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("language")}</Th>
          <Th>{t("state")}</Th>
          {remove && (
            <Th className="relative">
              <span className="sr-only">{t("remove")}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="min-w-44">
              <Link
                className="link-quiet font-medium"
                href={`/${locale}/organize/mails/${row.id}` as Route}
                aria-label={t("read", { name: row.toName || row.toAddress })}
              >
                {row.toName || row.toAddress}
              </Link>
              <span className="block break-all text-muted text-xs">{row.toAddress}</span>
            </Td>
            <Td>{languages(row.locale)}</Td>
            <Td>
              <StatusBadge of="mailState" state={row.state} />
              {row.lastError && <span className="block text-muted text-xs">{row.lastError}</span>}
            </Td>
            {remove && (
              <Td className="whitespace-nowrap text-end">
                {row.state === "draft" && (
                  <RemoveDraft id={row.id} name={row.toName || row.toAddress} action={remove} />
                )}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

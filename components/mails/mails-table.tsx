import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { MailState } from "@/db/enums";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import { EmptyState } from "../ui/empty-state";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  id: string;
  subject: string;
  toName: string;
  toAddress: string;
  state: MailState;
  lastError: string;
  createdAt: Date;
};

/** A page of the outbox. */
export function MailsTable({ rows, zone }: { rows: Row[]; zone: string }) {
  const t = useTranslations("mails");
  const locale = useLocale();
  if (rows.length === 0) return <EmptyState title={t("none")} />;
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("subject")}</Th>
          <Th>{t("to")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("written")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((mail) => (
          <Tr key={mail.id}>
            <Td className="min-w-40">
              <Link className="link-quiet font-medium" href={`/${locale}/organize/mails/${mail.id}` as Route}>
                {mail.subject || "…"}
              </Link>
            </Td>
            <Td>
              {mail.toName}
              <span className="block text-muted text-xs">{mail.toAddress}</span>
            </Td>
            <Td>
              <StatusBadge of="mailState" state={mail.state} />
              {mail.lastError && <span className="block text-muted text-xs">{mail.lastError}</span>}
            </Td>
            <Td className="tabular-nums">
              <Time at={mail.createdAt} zone={zone} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { WebhookTopic } from "@/db/enums";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import { Table, Td, Th, Tr } from "../ui/table";

type Row = {
  id: string;
  name: string;
  url: string;
  topics: WebhookTopic[];
  pausedAt: Date | null;
  waiting: number;
  failed: number;
  lastDelivered: Date | null;
};

/** The systems that are told of what becomes public, and how that goes. */
export function WebhooksTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  const t = useTranslations("webhooks");
  const topics = useTranslations("enums.webhookTopic");
  const locale = useLocale();
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("topics")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("lastDelivered")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="min-w-40 [overflow-wrap:anywhere]">
              <Link
                className="link-quiet font-medium"
                href={`/${locale}/organize/webhooks/${row.id}` as Route}
              >
                {row.name}
              </Link>
              <span className="block text-muted text-xs">{new URL(row.url).host}</span>
            </Td>
            <Td className="min-w-48">
              {row.topics.map((topic) => topics(topic.replace(".", "_") as "event_announced")).join("; ")}
            </Td>
            <Td className="space-y-1">
              <Badge tone={row.pausedAt ? "warning" : "success"}>
                {row.pausedAt ? t("paused") : t("running")}
              </Badge>
              {row.waiting > 0 && (
                <span className="block text-xs">{t("waiting", { count: row.waiting })}</span>
              )}
              {row.failed > 0 && (
                <span className="block text-danger text-xs">{t("failed", { count: row.failed })}</span>
              )}
            </Td>
            <Td className="tabular-nums">
              {row.lastDelivered ? (
                <Time at={row.lastDelivered} zone={zone} />
              ) : (
                <span className="text-muted">{t("never")}</span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

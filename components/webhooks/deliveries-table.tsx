import { useTranslations } from "next-intl";
import type { DeliveryState } from "@/db/enums";
import type { DeliveryTopic } from "@/domain/webhooks/rules";
import type { FormAction } from "@/lib/form";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { Table, Td, Th, Tr } from "../ui/table";
import { SendAgain } from "./steps";

type Row = {
  id: string;
  topic: DeliveryTopic;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date;
  status: number | null;
  lastError: string;
  createdAt: Date;
  deliveredAt: Date | null;
  payload: Record<string, unknown>;
};
type Props = { rows: readonly Row[]; zone: string; paused: boolean; action: FormAction };

const tones = { waiting: "info", delivered: "success", failed: "danger" } as const;

/** What a system was told, how often that was tried, and what came back. */
export function DeliveriesTable({ rows, zone, paused, action }: Props) {
  const t = useTranslations("webhooks");
  const topics = useTranslations("enums.webhookTopic");
  const states = useTranslations("enums.deliveryState");
  if (rows.length === 0) return <EmptyState title={t("noDeliveries")} />;
  const topicOf = (topic: DeliveryTopic) =>
    topic === "test" ? t("trial") : topics(topic.replace(".", "_") as "event_announced");
  return (
    <Table label={t("deliveries")}>
      <thead>
        <tr>
          <Th>{t("what")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("answer")}</Th>
          <Th>{t("written")}</Th>
          <Th>
            <span className="sr-only">{t("sendAgain")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="min-w-48 [overflow-wrap:anywhere]">
              {topicOf(row.topic)}
              <details className="text-xs">
                <summary className="link inline-block min-h-6">{t("body")}</summary>
                <p className="text-muted">webhook-id: {row.id}</p>
                <pre className="max-h-80 max-w-xl overflow-auto whitespace-pre-wrap break-words bg-sunken p-2">
                  {JSON.stringify(row.payload, null, 2)}
                </pre>
              </details>
            </Td>
            <Td>
              <Badge tone={tones[row.state]}>{states(row.state)}</Badge>
              <span className="block text-muted text-xs">{t("attempts", { count: row.attempts })}</span>
              {row.state === "waiting" && !paused && row.attempts > 0 && (
                <span className="block text-muted text-xs">
                  {t.rich("next", { time: () => <Time at={row.nextAttemptAt} zone={zone} /> })}
                </span>
              )}
            </Td>
            <Td className="min-w-32 [overflow-wrap:anywhere]">
              {row.status !== null && <span className="tabular-nums">{row.status} </span>}
              {row.lastError && <Why code={row.lastError} />}
            </Td>
            <Td className="tabular-nums">
              <Time at={row.createdAt} zone={zone} />
            </Td>
            <Td>
              <SendAgain id={row.id} action={action} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What went wrong in words where there are some, else as the network says it. */
function Why({ code }: { code: string }) {
  const t = useTranslations("webhooks");
  const key = `errors.${code}`;
  return <span>{t.has(key as "none") ? t(key as "none") : code}</span>;
}

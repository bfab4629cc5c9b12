import { useTranslations } from "next-intl";
import { Time } from "../time";
import { Badge } from "../ui/badge";

type Message = { id: string; text: string; sentBy: string; sentAt: Date; readAt: Date | null };

type Props = {
  messages: Message[];
  zone: string;
  /** Where the secretariat looks: when each was read. */
  showsReading?: boolean;
};

/** What the secretariat has written to a delegation, as it was written. */
export function Messages({ messages, zone, showsReading = false }: Props) {
  const t = useTranslations("delegations.messages");
  if (messages.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <ul>
      {messages.map((message) => (
        <li key={message.id} className="space-y-1 border-rule border-t py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
            <span>
              {t("from", { name: message.sentBy })} <Time at={message.sentAt} zone={zone} />
            </span>
            {message.readAt === null && <Badge tone="info">{showsReading ? t("unread") : t("new")}</Badge>}
            {showsReading && message.readAt && (
              <span>
                {t("readAt")} <Time at={message.readAt} zone={zone} />
              </span>
            )}
          </p>
          <p className="measure whitespace-pre-line">{message.text}</p>
        </li>
      ))}
    </ul>
  );
}

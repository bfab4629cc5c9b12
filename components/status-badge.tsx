import {
  CalendarCheck,
  CalendarClock,
  CalendarX,
  CheckCheck,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  Clock,
  Hourglass,
  type LucideIcon,
  MailOpen,
  MailX,
  PencilLine,
  Radio,
  Replace,
  Send,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { MailState, ParticipationState } from "@/db/enums";
import type { InvitationState } from "@/domain/invitations/rules";
import { Badge, type Tone } from "./ui/badge";

type Look = { tone: Tone; icon: LucideIcon };

/** What an event is at a moment; the words are `enums.eventState`. */
export type EventState = "draft" | "announced" | "under_way" | "ended" | "concluded" | "cancelled";
/** What a text or a spell is to the public at a moment; the words are `enums.publicationState`. */
export type PublicationState = "draft" | "embargoed" | "published" | "withdrawn";

/** The one table of how states look: the same word, icon and colour everywhere. */
const looks = {
  participationState: {
    nominated: { tone: "neutral", icon: PencilLine },
    submitted: { tone: "warning", icon: Hourglass },
    pre_approved: { tone: "warning", icon: CheckCheck },
    approved: { tone: "success", icon: CircleCheck },
    waitlisted: { tone: "info", icon: Clock },
    on_hold: { tone: "warning", icon: CirclePause },
    declined: { tone: "danger", icon: CircleX },
    withdrawn: { tone: "neutral", icon: Undo2 },
    replaced: { tone: "neutral", icon: Replace },
  } satisfies Record<ParticipationState, Look>,
  eventState: {
    draft: { tone: "neutral", icon: PencilLine },
    announced: { tone: "info", icon: CalendarClock },
    under_way: { tone: "success", icon: Radio },
    ended: { tone: "warning", icon: CircleDashed },
    concluded: { tone: "neutral", icon: CalendarCheck },
    cancelled: { tone: "danger", icon: CalendarX },
  } satisfies Record<EventState, Look>,
  publicationState: {
    draft: { tone: "neutral", icon: PencilLine },
    embargoed: { tone: "warning", icon: Clock },
    published: { tone: "success", icon: CircleCheck },
    withdrawn: { tone: "danger", icon: Undo2 },
  } satisfies Record<PublicationState, Look>,
  mailState: {
    draft: { tone: "neutral", icon: PencilLine },
    queued: { tone: "info", icon: Hourglass },
    sent: { tone: "success", icon: Send },
    failed: { tone: "danger", icon: CircleX },
    bounced: { tone: "danger", icon: MailX },
    cancelled: { tone: "neutral", icon: Undo2 },
  } satisfies Record<MailState, Look>,
  invitationState: {
    sending: { tone: "neutral", icon: Hourglass },
    sent: { tone: "info", icon: Send },
    opened: { tone: "info", icon: MailOpen },
    bounced: { tone: "danger", icon: MailX },
    accepted: { tone: "success", icon: CircleCheck },
    declined: { tone: "danger", icon: CircleX },
    revoked: { tone: "neutral", icon: Undo2 },
    expired: { tone: "warning", icon: CalendarX },
  } satisfies Record<InvitationState, Look>,
};

type Props =
  | { of: "participationState"; state: ParticipationState }
  | { of: "eventState"; state: EventState }
  | { of: "publicationState"; state: PublicationState }
  | { of: "mailState"; state: MailState }
  | { of: "invitationState"; state: InvitationState };

/** The state of a thing as a word with its icon. */
export function StatusBadge({ of, state }: Props) {
  const t = useTranslations("enums");
  const table: Record<string, Look> = looks[of];
  const { tone, icon: Icon } = table[state] ?? { tone: "neutral", icon: CircleDashed };
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(`${of}.${state}` as "eventState.draft")}
    </Badge>
  );
}

import {
  CalendarCheck,
  CalendarClock,
  CalendarX,
  CheckCheck,
  CircleCheck,
  CircleDashed,
  CircleEqual,
  CirclePause,
  CirclePlus,
  CircleX,
  Clock,
  DoorOpen,
  Hourglass,
  type LucideIcon,
  MailOpen,
  MailX,
  PencilLine,
  Radio,
  Replace,
  Send,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type {
  AccessionState,
  CredentialsState,
  ErratumState,
  MailState,
  ParticipationState,
  ProcedureState,
  ReleaseState,
  SpeakerState,
} from "@/db/enums";
import type { Standing } from "@/domain/commitments/rules";
import type { DelegationProgress } from "@/domain/delegations/rules";
import type { ImportResult } from "@/domain/imports/rules";
import type { InvitationState } from "@/domain/invitations/rules";
import type { MailingState } from "@/domain/mailings/rules";
import type { ReminderState } from "@/domain/reminders/rules";
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
    checked_in: { tone: "success", icon: DoorOpen },
  } satisfies Record<ParticipationState | "checked_in", Look>,
  credentialsState: {
    received: { tone: "warning", icon: Hourglass },
    accepted: { tone: "success", icon: CircleCheck },
    rejected: { tone: "danger", icon: CircleX },
  } satisfies Record<CredentialsState, Look>,
  delegationProgress: {
    empty: { tone: "neutral", icon: CircleDashed },
    draft: { tone: "neutral", icon: PencilLine },
    review: { tone: "warning", icon: Hourglass },
    settled: { tone: "success", icon: CircleCheck },
  } satisfies Record<DelegationProgress, Look>,
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
  importResult: {
    new: { tone: "success", icon: CirclePlus },
    update: { tone: "info", icon: PencilLine },
    same: { tone: "neutral", icon: CircleEqual },
    warning: { tone: "warning", icon: TriangleAlert },
    error: { tone: "danger", icon: CircleX },
  } satisfies Record<ImportResult, Look>,
  mailingState: {
    draft: { tone: "neutral", icon: PencilLine },
    sending: { tone: "info", icon: Hourglass },
    sent: { tone: "success", icon: Send },
    discarded: { tone: "neutral", icon: Undo2 },
  } satisfies Record<MailingState, Look>,
  reminderState: {
    sent: { tone: "success", icon: Send },
    planned: { tone: "info", icon: Clock },
    due: { tone: "info", icon: Hourglass },
    missed: { tone: "danger", icon: CircleX },
    no_date: { tone: "warning", icon: CalendarX },
    resting: { tone: "neutral", icon: CirclePause },
  } satisfies Record<ReminderState, Look>,
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
  speakerState: {
    waiting: { tone: "neutral", icon: Clock },
    absent: { tone: "warning", icon: CircleDashed },
    speaking: { tone: "success", icon: Radio },
    spoken: { tone: "info", icon: CircleCheck },
    withdrawn: { tone: "neutral", icon: Undo2 },
  } satisfies Record<SpeakerState, Look>,
  procedureState: {
    open: { tone: "info", icon: Hourglass },
    adopted: { tone: "success", icon: CircleCheck },
    broken: { tone: "danger", icon: TriangleAlert },
    failed: { tone: "danger", icon: CircleX },
    cancelled: { tone: "neutral", icon: Undo2 },
  } satisfies Record<ProcedureState, Look>,
  releaseState: {
    draft: { tone: "neutral", icon: PencilLine },
    scheduled: { tone: "info", icon: Clock },
    ready: { tone: "info", icon: CheckCheck },
    late: { tone: "danger", icon: TriangleAlert },
    released: { tone: "success", icon: CircleCheck },
    undone: { tone: "warning", icon: Undo2 },
    cancelled: { tone: "neutral", icon: CircleX },
  } satisfies Record<ReleaseState, Look>,
  erratumState: {
    reported: { tone: "warning", icon: Hourglass },
    verified: { tone: "success", icon: CircleCheck },
    rejected: { tone: "neutral", icon: CircleX },
    held: { tone: "info", icon: CirclePause },
  } satisfies Record<ErratumState, Look>,
  accessionState: {
    applied: { tone: "warning", icon: MailOpen },
    in_review: { tone: "info", icon: Hourglass },
    with_board: { tone: "info", icon: Clock },
    approved: { tone: "warning", icon: CheckCheck },
    announced: { tone: "success", icon: Send },
    in_force: { tone: "success", icon: CircleCheck },
    declined: { tone: "danger", icon: CircleX },
    withdrawn: { tone: "neutral", icon: Undo2 },
  } satisfies Record<AccessionState, Look>,
  commitmentStanding: {
    not_started: { tone: "neutral", icon: CircleDashed },
    limited: { tone: "warning", icon: CirclePlus },
    substantial: { tone: "info", icon: CircleEqual },
    done: { tone: "success", icon: CircleCheck },
    stopped: { tone: "danger", icon: CircleX },
    not_reported: { tone: "warning", icon: TriangleAlert },
    not_due: { tone: "neutral", icon: Clock },
  } satisfies Record<Standing, Look>,
};

/** `checked_in` is no state of a participation but a record of a day: it is shown with its time instead of "approved". */
type Props =
  | { of: "participationState"; state: ParticipationState | "checked_in" }
  | { of: "credentialsState"; state: CredentialsState }
  | { of: "delegationProgress"; state: DelegationProgress }
  | { of: "eventState"; state: EventState }
  | { of: "publicationState"; state: PublicationState }
  | { of: "mailState"; state: MailState }
  | { of: "importResult"; state: ImportResult }
  | { of: "mailingState"; state: MailingState }
  | { of: "reminderState"; state: ReminderState }
  | { of: "invitationState"; state: InvitationState }
  | { of: "speakerState"; state: SpeakerState }
  | { of: "procedureState"; state: ProcedureState }
  | { of: "releaseState"; state: ReleaseState }
  | { of: "erratumState"; state: ErratumState }
  | { of: "accessionState"; state: AccessionState }
  | { of: "commitmentStanding"; state: Standing };

/** The state of a thing as a word with its icon. */
export function StatusBadge({ of, state, children }: Props & { children?: ReactNode }) {
  const t = useTranslations("enums");
  const table: Record<string, Look> = looks[of];
  const { tone, icon: Icon } = table[state] ?? { tone: "neutral", icon: CircleDashed };
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(`${of}.${state}` as "eventState.draft")}
      {children && <span className="tabular-nums">{children}</span>}
    </Badge>
  );
}

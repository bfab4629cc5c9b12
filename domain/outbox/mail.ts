import type { Locale, SubjectKind } from "@/db/enums";
import type { MailAttachment } from "@/db/schema/mails";

/** A mail to be written into the outbox. */
export type Mail = {
  /** From what it is about and for whom; the same key is never posted twice. */
  key: string;
  to: { address: string; name?: string; locale: Locale };
  /** `noun-what`, for the list of mails. */
  template: string;
  subject: string;
  /** Paragraphs in the recipient's language, as they are read: nothing in them is filled in at delivery. */
  paragraphs: string[];
  /** The one thing to do, as a button; the address may be a `{{secret}}`, filled from `secrets` at delivery. */
  action?: { label: string; url: string };
  /** What a reader may do besides, as a link at the foot of the mail; its address may be a `{{secret}}` too. */
  foot?: { label: string; url: string };
  /** Further headers, as List-Unsubscribe; `{{secrets}}` in them are filled in at delivery. */
  headers?: Record<string, string>;
  /** What no organizer may read: personal links. Forgotten once the mail is sent. */
  secrets?: Record<string, string>;
  attachments?: MailAttachment[];
  about?: [SubjectKind, string];
  eventId?: string | null;
};

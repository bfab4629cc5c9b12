import type { Transaction } from "@/db/client";
import type { Locale, Localized } from "@/db/enums";
import type { MailAttachment } from "@/db/schema/mails";
import type { EventRow } from "@/domain/events/lock";
import { invitationAddress, renewLink } from "@/domain/invitations/links";
import { writePersonalLink } from "@/domain/participations/links";
import { calendarFile } from "@/domain/participations/tell";
import { filled, type Values, wordsFor } from "@/domain/templates/rules";
import { eventValues } from "@/domain/templates/values";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { formatInstant } from "@/lib/time";
import type { Recipient } from "./recipients";

type Written = {
  event: EventRow;
  words: { subject: Localized; body: Localized };
  /** The language of those who cannot be written to in their own. */
  first: Locale;
  withCalendar: boolean;
  /** The links of a mail that is being written anew: they go on. */
  secrets?: Record<string, string> | null;
  at: Date;
};

/** What a mail says to one recipient: in their language where it has words in it, with their own link and calendar file. */
export async function letterTo(tx: Transaction, recipient: Recipient, written: Written) {
  const { event, first, withCalendar } = written;
  const { locale, ...said } = wordsFor(written.words, recipient.locale, first);
  const { subject, paragraphs } = filled(said, valuesOf(recipient, event, locale));
  const t = words(locale, "participations.mail");
  return {
    locale,
    subject,
    paragraphs,
    ...(await buttonOf(tx, recipient, locale, written)),
    attachments: withCalendar ? calendarOf(recipient, event, t("organizer")) : [],
  };
}

function valuesOf(recipient: Recipient, event: EventRow, locale: Locale): Values {
  return {
    ...eventValues(event, locale),
    name: recipient.name,
    organisation: pick(recipient.organisation, locale).text,
    class: recipient.class ? words(locale, "enums.participationClass")(recipient.class) : "",
    until: recipient.until ? formatInstant(recipient.until, event.zone, locale) : "",
  };
}

/** The way to what it is about: one's registration, the desk, or the invitation. */
async function buttonOf(
  tx: Transaction,
  { about: [kind, id] }: Recipient,
  locale: Locale,
  { secrets: kept, at }: Written,
) {
  if (kind === "user") {
    const label = words(locale, "participations.mail")("desk");
    return { action: { label, url: `${env().BASE_URL}/${locale}/desk` }, secrets: undefined };
  }
  const label =
    kind === "invitation"
      ? words(locale, "mailing")("invitation")
      : words(locale, "participations.mail")("button");
  const fresh = async () =>
    kind === "invitation"
      ? invitationAddress(locale, (await renewLink(tx, id, at)).token)
      : writePersonalLink(tx, id, locale);
  return { action: { label, url: "{{link}}" }, secrets: kept ?? { link: await fresh() } };
}

/** Those who have a seat get the event as it is now for their calendar; others have nothing to put there. */
function calendarOf({ participation: row }: Recipient, event: EventRow, organizer: string): MailAttachment[] {
  if (row?.state !== "approved" || row.email === null) return [];
  const attendee = { name: row.name, address: row.email };
  return [calendarFile(event, { row, attendee, method: "REQUEST", organizer })];
}

import type { Transaction } from "@/db/client";
import { nameOf } from "@/domain/delegations/name-of";
import type { EventRow } from "@/domain/events/lock";
import { post } from "@/domain/outbox/post";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { formatInstant, formatRange } from "@/lib/time";
import { invitationAddress } from "./links";
import type { InvitationRow } from "./lock";

/**
 * Writes the mail of an invitation, or the reminder of it, with the link that works from now on. Nothing else carries
 * the link: the row keeps its hash, the outbox its name.
 */
export async function tellInvited(tx: Transaction, event: EventRow, row: InvitationRow, token: string) {
  const { locale } = row;
  const t = words(locale, "invitations.mail");
  const what = row.delegationId ? "nominate" : "come";
  const title = pick(event.title, locale).text;
  const values = {
    name: row.name,
    event: title,
    organisation: row.delegationId ? pick(await nameOf(tx, row.delegationId), locale).text : "",
    until: formatInstant(row.expiresAt, event.zone, locale),
  };
  const when = formatRange(event.startsAt, event.endsAt, event.zone, locale);
  const where = [event.venue, pick(event.city, locale).text].filter(Boolean).join(", ");
  const kind = row.reminders > 0 ? "reminder" : "invited";
  await post(tx, {
    key: `invitation.${kind}:${row.id}:${row.reminders}`,
    to: { address: row.email, name: row.name, locale },
    template: `invitation-${kind}`,
    subject: t(`${what}.${kind}`, values),
    paragraphs: [
      row.name ? t("greeting", values) : t("greetingNobody"),
      t(`${what}.text`, values),
      ...(row.guaranteed ? [t("guaranteed")] : []),
      t("until", values),
      [title, when, where].filter(Boolean).join("\n"),
    ],
    action: { label: t(`${what}.button`), url: "{{link}}" },
    secrets: { link: invitationAddress(locale, token) },
    about: ["invitation", row.id],
    eventId: event.id,
  });
}

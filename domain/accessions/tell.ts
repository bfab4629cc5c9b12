import type { Transaction } from "@/db/client";
import { post } from "@/domain/outbox/post";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { formatDay } from "@/lib/time";
import type { AccessionRow } from "./lock";

type Values = { token?: string; reason?: string; joinedOn?: string };

/**
 * Writes to the contact of an application, in their language: that it was received, with the link by which they see
 * where it stands; that it was declined or withdrawn, and why; that it was approved, what must not be said yet, and how
 * to come to the desk. Nobody is written to where the contact has been erased.
 */
export async function tellContact(
  tx: Transaction,
  what: "received" | "declined" | "withdrawn" | "approved",
  row: AccessionRow,
  { token, reason = "", joinedOn = "" }: Values = {},
) {
  if (row.contactEmail === "") return;
  const locale = row.contactLocale;
  const t = words(locale, "accessions.mail");
  const values = {
    name: row.contactName,
    organisation: pick(row.name, locale).text,
    reason,
    day: joinedOn && formatDay(joinedOn, locale),
  };
  const address = (path: string) => `${env().BASE_URL}/${locale}/${path}`;
  const paragraphs = {
    received: [t("received.text", values), t(token ? "received.link" : "received.desk")],
    declined: [t("declined.text", values), t("because", values)],
    withdrawn: [t("withdrawn.text", values), t("because", values)],
    approved: [t("approved.text", values), t("approved.embargo"), t("approved.desk")],
  }[what];
  await post(tx, {
    key: `accession.${what}:${row.id}`,
    to: { address: row.contactEmail, name: row.contactName, locale },
    template: `accession-${what}`,
    subject: t(`${what}.subject`, values),
    paragraphs: [t("greeting", values), ...paragraphs],
    ...(what === "approved" && {
      action: {
        label: t("approved.button"),
        url: address(`sign-in?next=${encodeURIComponent(`/${locale}/desk`)}`),
      },
    }),
    ...(what === "received" &&
      (token
        ? {
            action: { label: t("received.button"), url: "{{link}}" },
            secrets: { link: address(`application/${token}`) },
          }
        : { action: { label: t("received.button"), url: address("desk/application") } })),
    about: ["accession", row.id],
  });
}

import { eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Localized } from "@/db/enums";
import { groups } from "@/db/schema/group";
import { releases } from "@/db/schema/releases";
import { pressRecipients } from "@/db/schema/subscriptions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { touchLive } from "@/domain/live/touch";
import { post } from "@/domain/outbox/post";
import { focalPointsOf, membersOn } from "@/domain/positions/asked";
import { lockStatement } from "@/domain/statements/lock";
import { tellEndorsers } from "@/domain/statements/tell-endorsers";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { dayIn } from "@/lib/time";
import { type ItemRow, itemsOf, lockRelease, type ReleaseRow } from "./lock";
import { releaseState } from "./rules";

/**
 * Tells people of a release when it is public: its mails, those who endorsed a statement that has changed, and the
 * screens that follow an event. Once, however often the job runs; nobody where it was taken back or called off. Answers
 * how many mails were written.
 */
export async function tell(actor: Actor, { id }: { id: string }, at = now()): Promise<number> {
  return db().transaction(async (tx) => {
    const release = await lockRelease(tx, id);
    ensure(actor, "release.carry-out");
    if (releaseState(release, at) !== "released" || release.toldAt) return 0;
    let written = 0;
    for (const item of await itemsOf(tx, id)) {
      if (item.kind === "mail") written += await tellByMail(tx, release, item, at);
      if (item.kind === "statement" && item.outcome?.tells) await tellOfChange(tx, item, at);
      if ((item.kind === "agenda" || item.kind === "event") && item.eventId)
        await touchLive(tx, item.eventId);
    }
    await tx.update(releases).set({ toldAt: at }).where(eq(releases.id, id));
    return written;
  });
}

async function tellOfChange(tx: Transaction, { statementId, locale, body, outcome }: ItemRow, at: Date) {
  if (!statementId || !locale) return;
  const statement = await lockStatement(tx, statementId);
  const publication = { id: String(outcome?.publicationId), changeNote: body[locale] ?? "" };
  await tellEndorsers(tx, statement, publication, at);
}

async function tellByMail(tx: Transaction, release: ReleaseRow, item: ItemRow, at: Date): Promise<number> {
  let written = 0;
  for (const one of await recipientsOf(tx, item, at)) {
    const t = words(one.locale, "releases.mail");
    const posted = await post(tx, {
      key: `release:${release.id}:${item.id}:${one.id}`,
      to: { address: one.email, name: one.name, locale: one.locale },
      template: `release-${item.audience}`,
      subject: pick(item.subject, one.locale).text,
      paragraphs: [t("greeting", { name: one.name }), ...paragraphs(item.body, one.locale)],
      action: { label: t("button"), url: `${env().BASE_URL}/${one.locale}/news` },
      about: ["release", release.id],
      eventId: release.eventId,
    });
    if (posted) written++;
  }
  return written;
}

const paragraphs = (body: Localized, locale: "en" | "sv") =>
  pick(body, locale)
    .text.split(/\n{2,}/)
    .map((one) => one.trim())
    .filter(Boolean);

/** The press list, or the focal points of everybody who is publicly a member on the day: also of who has just joined. */
async function recipientsOf(tx: Transaction, { audience }: ItemRow, at: Date) {
  if (audience === "press")
    return tx
      .select({
        id: pressRecipients.id,
        name: pressRecipients.name,
        email: pressRecipients.email,
        locale: pressRecipients.locale,
      })
      .from(pressRecipients)
      .where(isNull(pressRecipients.removedAt));
  const [group] = await tx.select({ zone: groups.zone }).from(groups);
  const members = await membersOn(tx, dayIn(at, group?.zone ?? "UTC"), at);
  return focalPointsOf(
    tx,
    members.map((one) => one.id),
  );
}

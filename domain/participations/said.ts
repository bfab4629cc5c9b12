import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import type { participations } from "@/db/schema/participations";
import type { EventRow } from "@/domain/events/lock";
import { poolsOf } from "@/domain/pools/queries";
import { seatFor } from "@/domain/pools/rules";
import { asksIn } from "@/domain/questions/stages";
import { filled, placeholdersIn, type Template } from "@/domain/templates/rules";
import { participantValues } from "@/domain/templates/values";
import { templateName, wordsOf } from "@/domain/templates/words";
import { words } from "@/lib/i18n/words";

/** A participation, as its mails need it. */
export type ParticipationRow = typeof participations.$inferSelect;

/** What a mail to a participant is about; each has words of the house, and an event may choose its own. */
export type News = Template;

/** With these comes the second stage of the event's form. */
const getsSeat: readonly News[] = ["approved", "promoted"];

/** The subject and the text of a news in a language: in the event's own words where it has some. */
export async function saidOf(
  tx: Transaction,
  news: News,
  row: ParticipationRow,
  event: EventRow,
  locale: Locale,
) {
  const t = words(locale, "participations.mail");
  const chosen = await wordsOf(tx, event.id, news, locale);
  const values = await participantValues(
    tx,
    row,
    event,
    locale,
    placeholdersIn(chosen.subject + chosen.body),
  );
  const { subject, paragraphs } = filled(chosen, values);
  const asked = getsSeat.includes(news) && (await asksIn(tx, event.id, "after_approval"));
  const full = news === "submitted" && (await noSeatFor(tx, row, event));
  return {
    template: templateName(news),
    subject,
    paragraphs: [...paragraphs, ...(full ? [t("full")] : []), ...(asked ? [t("secondStage")] : [])],
    about: ["participation", row.id] as ["participation", string],
    eventId: event.id,
  };
}

async function noSeatFor(tx: Transaction, row: ParticipationRow, event: EventRow) {
  return seatFor(await poolsOf(tx, event.id, row.stateAt), row.pool) === null;
}

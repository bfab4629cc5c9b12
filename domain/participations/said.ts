import type { Queryable, Transaction } from "@/db/client";
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
  const chosen = await wordsOf(tx, event.id, news, locale);
  const values = await participantValues(
    tx,
    row,
    event,
    locale,
    placeholdersIn(chosen.subject + chosen.body),
  );
  const { subject, paragraphs } = filled(chosen, values);
  return {
    template: templateName(news),
    subject,
    paragraphs: [...paragraphs, ...(await addedByHouse(tx, news, event, locale, row))],
    about: ["participation", row.id] as ["participation", string],
    eventId: event.id,
  };
}

/** What the house says after the words, whoever chose them; of the seats only where the mail is for somebody. */
export async function addedByHouse(
  query: Queryable,
  news: News,
  event: EventRow,
  locale: Locale,
  row?: ParticipationRow,
): Promise<string[]> {
  const t = words(locale, "participations.mail");
  const asked = getsSeat.includes(news) && (await asksIn(query, event.id, "after_approval"));
  const full = news === "submitted" && row !== undefined && (await noSeatFor(query, row, event));
  return [...(full ? [t("full")] : []), ...(asked ? [t("secondStage")] : [])];
}

async function noSeatFor(query: Queryable, row: ParticipationRow, event: EventRow) {
  return seatFor(await poolsOf(query, event.id, row.stateAt), row.pool) === null;
}

import { type SQL, sql } from "drizzle-orm";

/**
 * The key a mail of a mailing leaves under: its event, its address and its words. Unique in the outbox, so that nobody
 * gets the same words twice about the same event, whoever sends them and however often. Personal links stand as their
 * names in the words and make no difference. `mails` must be in the statement under that name.
 */
export const leavingKey: SQL<string> = sql.raw(
  `'mailing:' || mails.event_id || ':' || encode(sha256(convert_to(concat_ws(E'\\n', mails.to_address, mails.subject, mails.text), 'UTF8')), 'hex')`,
) as SQL<string>;

/** Whether the recipient of a draft has had these words already. */
export const hadAlready = sql<boolean>`exists (
  select 1 from mails had where had.idempotency_key = ${leavingKey} and had.id <> mails.id)`;

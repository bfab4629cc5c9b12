import { and, inArray, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import { pressRecipients } from "@/db/schema/subscriptions";
import { type Actor, actorName } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import type { Sent } from "@/domain/files/keep";
import { recordAll } from "@/domain/history/record";
import { letterhead } from "@/domain/outbox/shape";
import { now } from "@/lib/clock";
import { asItWas } from "@/lib/csv";
import { Refusal } from "@/lib/refusal";
import { limits } from "@/lib/table/limits";
import { readTable, type Table } from "@/lib/table/read";
import { type RecipientInput, recipientInput } from "./input";
import { ensureRoom } from "./row";
import { columnsOf, localeOf, mostRecipients } from "./rules";

/** What became of a file: who was new, who was changed, and which rows were left. */
export type ReadList = { added: number; changed: number; left: number[] };

/**
 * Puts those of a file on the press list; who is on it already by their address is changed, and nobody is removed. Rows
 * without a name or an address that can be written to are left, and named. The file itself is not kept. Refuses
 * `press_list_columns`, `press_list_long` and what `readTable` refuses.
 */
export async function readFile(actor: Actor, sent: Sent | undefined, at = now()): Promise<ReadList> {
  ensure(actor, "press-list.edit");
  if (!sent) throw new Refusal("file_missing");
  if (sent.size > limits.bytes) throw new Refusal("file_too_large", { megabytes: limits.bytes / 1_000_000 });
  const table = await readTable(new Uint8Array(await sent.arrayBuffer()));
  return db().transaction(async (tx) => {
    const { people, left } = peopleOf(table, (await letterhead(tx)).defaultLocale);
    if (people.length > mostRecipients) throw new Refusal("press_list_long", { most: mostRecipients });
    const known = await knownAmong(tx, people);
    await ensureRoom(tx, people.length - known.size);
    const changed = people.filter((one) => known.has(one.email) && known.get(one.email) !== mark(one));
    const fresh = people.filter((one) => !known.has(one.email));
    const written = [...fresh, ...changed];
    if (written.length > 0) await write(tx, actor, written, at);
    return { added: fresh.length, changed: changed.length, left };
  });
}

/** The rows of a table as recipients, the last of an address winning, and the numbers of those that are none. */
function peopleOf({ headers, rows }: Table, first: Locale) {
  const columns = columnsOf(headers);
  if (!columns) throw new Refusal("press_list_columns");
  const people = new Map<string, RecipientInput>();
  const left: number[] = [];
  for (const { number, cells } of rows) {
    const cell = (at: number | undefined) => (at === undefined ? "" : asItWas(cells[at] ?? "").trim());
    const read = recipientInput.safeParse({
      name: cell(columns.name),
      outlet: cell(columns.outlet),
      email: cell(columns.email),
      locale: localeOf(cell(columns.locale), first),
    });
    if (read.success) people.set(read.data.email, read.data);
    else left.push(number);
  }
  return { people: [...people.values()], left };
}

const mark = ({ name, outlet, locale }: Omit<RecipientInput, "email">) =>
  JSON.stringify([name, outlet, locale]);

/** Those who are on the list, locked, by their address. */
async function knownAmong(tx: Transaction, people: readonly RecipientInput[]) {
  const emails = people.map((one) => one.email);
  if (emails.length === 0) return new Map<string, string>();
  const rows = await tx
    .select()
    .from(pressRecipients)
    .where(and(inArray(pressRecipients.email, emails), isNull(pressRecipients.removedAt)))
    .orderBy(pressRecipients.id)
    .for("update");
  return new Map(rows.map((row) => [row.email, mark(row)]));
}

async function write(tx: Transaction, actor: Actor, people: readonly RecipientInput[], at: Date) {
  const rows = await tx
    .insert(pressRecipients)
    .values(people.map((one) => ({ ...one, addedAt: at, addedBy: actorName(actor) })))
    .onConflictDoUpdate({
      target: pressRecipients.email,
      targetWhere: isNull(pressRecipients.removedAt),
      set: {
        name: sql`excluded.name`,
        outlet: sql`excluded.outlet`,
        locale: sql`excluded.locale`,
        revision: sql`${pressRecipients.revision} + 1`,
      },
    })
    .returning({ id: pressRecipients.id });
  await recordAll(
    tx,
    actor,
    rows.map(({ id }) => ({
      action: "press-list.edit",
      subject: ["press_recipient", id],
      at,
      details: { from: "file" },
    })),
  );
}

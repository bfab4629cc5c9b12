import { asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { itemDocuments, minutesRevisions } from "@/db/schema/item-papers";
import { cues } from "@/db/schema/run-of-show";
import { keepSeen } from "@/domain/files/keep";
import { minutesOf } from "@/domain/run-of-show/rules";
import { dayIn } from "@/lib/time";
import { note, preparedMinutes, summitCues } from "./data/run-of-show";
import { before } from "./upcoming-summit";

/** The run of show of the summit's first day, a public document of its opening, and minutes that are prepared. */
export async function seedRunOfShow(
  tx: Transaction,
  { summitId, opensAt, zone }: { summitId: string; opensAt: Date; zone: string },
  at: Date,
) {
  const items = await tx
    .select({ id: agendaItems.id, title: agendaItems.title })
    .from(agendaItems)
    .where(eq(agendaItems.eventId, summitId))
    .orderBy(asc(agendaItems.startsAt));
  const itemId = (title: string) => {
    const item = items.find((one) => one.title.en === title);
    if (!item) throw new Error(`no item "${title}"`);
    return item.id;
  };
  await tx.insert(cues).values(
    summitCues.map(({ item, clock, offset, end, ...cue }, position) => ({
      ...cue,
      eventId: summitId,
      position,
      createdAt: before(at, 3),
      anchor: item ? (end ? ("item_end" as const) : ("item_start" as const)) : ("day" as const),
      itemId: item ? itemId(item) : null,
      day: item ? null : dayIn(opensAt, zone),
      offsetMinutes: clock ? minutesOf(clock) : (offset ?? 0),
    })),
  );
  const content = Buffer.from(note.text);
  const seen = { name: note.name, contentType: "text/plain", content };
  const fileId = await keepSeen(tx, "document", summitId, seen, before(at, 5));
  await tx.insert(itemDocuments).values({
    itemId: itemId("Opening of the summit"),
    fileId,
    title: note.title,
    audience: "public",
    addedAt: before(at, 5),
    addedByName: "Ravi Deshmukh",
  });
  await tx.insert(minutesRevisions).values(
    preparedMinutes.map((body, index) => ({
      itemId: itemId("Finance for first-of-a-kind plants"),
      number: index + 1,
      locale: "en" as const,
      body,
      savedAt: before(at, 4 - index),
      savedByName: "Elin Sandell",
    })),
  );
}

import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { SpeakingClass } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";
import { participations } from "@/db/schema/participations";
import { speakerSwaps, speakers, speakersLists, speakersVersions } from "@/db/schema/speakers";
import { usualLimits } from "@/domain/speakers/rules";
import { known } from "./past-events";
import { before } from "./upcoming-summit";

/** Who has asked for the floor in the summit's plenary, in the order they asked: of whom, in which class, for whom. */
const asked: [of: string, SpeakingClass, onBehalfOf: string][] = [
  ["fi", "vice_minister", ""],
  ["se", "minister", ""],
  ["ssab", "other", ""],
  ["in", "minister", ""],
  ["de", "minister", "The European members"],
  ["dsm", "other", ""],
];

/**
 * The speakers' list of the summit's first plenary: six requests, one of them pinned with its reason, a swap that waits
 * for its other side, and a first dated version.
 */
export async function seedSpeakers(
  tx: Transaction,
  summitId: string,
  organisations: Record<string, string>,
  at: Date,
) {
  const [plenary] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.eventId, summitId), eq(agendaItems.kind, "plenary")))
    .orderBy(asc(agendaItems.startsAt))
    .limit(1);
  if (!plenary) return;
  const list = { itemId: plenary.id, eventId: summitId };
  await tx.insert(speakersLists).values({ ...list, limits: usualLimits, openedAt: before(at, 6) });
  const heads = await tx
    .select({ id: participations.id, organisationId: participations.organisationId })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, summitId),
        eq(participations.class, "head"),
        inArray(participations.state, ["approved", "submitted"]),
      ),
    );
  const ids: Record<string, string> = {};
  for (const [n, [key, of, onBehalfOf]] of asked.entries()) {
    const organisationId = known(organisations, key);
    const inscribedAt = new Date(before(at, 5).getTime() + n * 3_600_000);
    const [row] = await tx
      .insert(speakers)
      .values({
        ...list,
        organisationId,
        participationId: heads.find((head) => head.organisationId === organisationId)?.id ?? null,
        onBehalfOf,
        class: of,
        inscribedAt,
        inscribedBy: n === 2 ? "Ravi Deshmukh" : "The embassy",
        slotClass: of,
        slotAt: inscribedAt,
        slotNumber: n + 1,
        ...(key === "se" ? { pinnedTo: 1, pinReason: "The host speaks first." } : {}),
      })
      .returning({ id: speakers.id });
    if (row) ids[key] = row.id;
  }
  await tx.insert(speakerSwaps).values({
    itemId: plenary.id,
    firstId: known(ids, "in"),
    secondId: known(ids, "de"),
    reason: "The minister has to leave at 14:30.",
    askedAt: before(at, 1),
    firstAgreedAt: before(at, 1),
    firstAgreedBy: "Meera Kulkarni",
  });
  await tx.insert(speakersVersions).values({
    ...list,
    number: 1,
    content: ["se", "in", "de", "fi", "ssab", "dsm"].map((key) => {
      const [, of, onBehalfOf] = asked.find(([one]) => one === key) ?? asked[0] ?? ["", "other", ""];
      return { organisationId: known(organisations, key), class: of as SpeakingClass, onBehalfOf };
    }),
    publishedAt: before(at, 2),
    publishedBy: "Ingrid Aalto",
  });
}

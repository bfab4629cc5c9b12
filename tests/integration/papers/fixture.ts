import { db } from "@/db/client";
import type { AgendaAudience, AttributionRule } from "@/db/enums";
import { agendaItems } from "@/db/schema/agenda";

/** An item of an event's draft agenda on its first morning, public and on the record unless said otherwise. */
export async function makeItem(
  eventId: string,
  facts: {
    title?: string;
    audience?: AgendaAudience;
    attribution?: AttributionRule;
    startsAt?: Date | null;
    endsAt?: Date | null;
  } = {},
) {
  const [row] = await db()
    .insert(agendaItems)
    .values({
      eventId,
      kind: "panel",
      startsAt: new Date("2026-06-10T08:00:00Z"),
      endsAt: new Date("2026-06-10T09:00:00Z"),
      ...facts,
      title: { en: facts.title ?? "A panel" },
    })
    .returning();
  if (!row) throw new Error("no item");
  return row;
}

/** A file as a form sends it. */
export function sent(name: string, content: string | Uint8Array<ArrayBuffer>) {
  return new File([content], name);
}

export const pdf = () => sent("Programme 2026.pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

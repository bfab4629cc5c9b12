import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { offices } from "@/db/schema/people";
import { periods } from "@/db/schema/periods";

/** The two phases of the group's work; the second one's end is known. */
const phases = [
  { name: { en: "Phase 1", sv: "Fas 1" }, fromOn: "2019-09-23", toOn: "2024-01-01" },
  { name: { en: "LeadIT 2.0", sv: "LeadIT 2.0" }, fromOn: "2024-01-01", toOn: "2027-01-01" },
];

/** Offices that one person holds at a time. */
const ofOne = [
  "Prime Minister of Sweden",
  "Prime Minister of India",
  "Minister for Climate and the Environment, Sweden",
  "Minister for Environment, Forest and Climate Change, India",
  "Head of the LeadIT Secretariat",
];

/** The periods of the group's work, and which offices pass from one holder to the next. */
export async function seedPeriods(tx: Transaction) {
  await tx.insert(periods).values(phases.map((phase) => ({ ...phase, kind: "phase" as const })));
  await tx
    .update(offices)
    .set({ oneHolder: true })
    .where(inArray(sql`${offices.title}->>'en'`, ofOne));
}

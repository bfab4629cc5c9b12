import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organisationNames, organisations } from "@/db/schema/organisations";

/** Members that have changed their names since they joined: what they were called, and from when on they are not. */
const renamed = [
  {
    key: "lafargeholcim",
    name: { en: "LafargeHolcim" },
    now: { en: "Holcim" },
    // The general meeting had decided on it in May; the new name was in use from this day on.
    untilOn: "2021-07-08",
  },
];

/** The new names and what was kept of the former ones. Addresses stay. */
export async function seedRenames(tx: Transaction, ids: Record<string, string>) {
  for (const { key, name, now, untilOn } of renamed) {
    const organisationId = ids[key];
    if (!organisationId) throw new Error(`no row for ${key}`);
    await tx.update(organisations).set({ name: now }).where(eq(organisations.id, organisationId));
    await tx.insert(organisationNames).values({
      organisationId,
      name,
      untilOn,
      recordedAt: new Date(`${untilOn}T08:00:00Z`),
      recordedBy: "Ravi Deshmukh",
    });
  }
}

import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Localized } from "@/db/enums";
import { organisations } from "@/db/schema/organisations";

/** The name of an organisation, in every language it has one. */
export async function nameOf(id: string): Promise<Localized> {
  const [organisation] = await db()
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id));
  return organisation?.name ?? {};
}

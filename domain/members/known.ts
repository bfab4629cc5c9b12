import { sql } from "drizzle-orm";
import { memberships } from "@/db/schema/organisations";
import { isPublicAt } from "@/domain/publication/where";

/** Whether an organisation, by the column of its id, is or was a member as far as the public knows. */
export const isPublicMember = (organisationId: unknown, at: Date) => sql`exists (
  select 1 from ${memberships} where ${memberships.organisationId} = ${organisationId} and ${isPublicAt(memberships, at)})`;

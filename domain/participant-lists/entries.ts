import crypto from "node:crypto";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { OrganisationKind } from "@/db/enums";
import type { ListEntry } from "@/db/schema/lists";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { organisationName } from "@/domain/participations/organisation-name";

/** Those a list of an event would name now: approved, agreed to be listed, not erased. In the order of arrival. */
export async function entriesNow(query: Queryable, eventId: string): Promise<ListEntry[]> {
  return query
    .select({
      participationId: participations.id,
      courtesyTitle: participations.courtesyTitle,
      name: participations.name,
      familyName: participations.familyName,
      functionalTitle: participations.functionalTitle,
      class: participations.class,
      organisation: organisationName,
      organisationKind: sql<OrganisationKind>`coalesce(${organisations.kind}, 'other')`,
      country: sql<
        string | null
      >`case when ${organisations.kind} = 'country' then ${organisations.country} end`,
    })
    .from(participations)
    .leftJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participations.eventId, eventId),
        eq(participations.state, "approved"),
        isNotNull(participations.listingConsentedAt),
        isNull(participations.erasedAt),
      ),
    )
    .orderBy(asc(participations.arrival));
}

/** A digest of entries: another person, word or order is another digest. */
export function digestOf(entries: readonly ListEntry[]): string {
  const said = entries.map((entry) => [
    entry.participationId,
    entry.courtesyTitle,
    entry.name,
    entry.functionalTitle,
    entry.class,
    Object.entries(entry.organisation).toSorted(),
  ]);
  return crypto.createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

import { asc, desc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { boilerplates, boilerplateVersions } from "@/db/schema/announcement-publishing";

/** The latest version of a text that is used again. */
export type Standing = { boilerplateId: string; number: number };

/** The text that every draft ends with: of those in use the one that was begun first, in its latest version. */
export async function standingBoilerplate(query: Queryable): Promise<Standing | undefined> {
  const [row] = await query
    .select({ boilerplateId: boilerplates.id, number: boilerplateVersions.number })
    .from(boilerplates)
    .innerJoin(boilerplateVersions, eq(boilerplateVersions.boilerplateId, boilerplates.id))
    .where(isNull(boilerplates.removedAt))
    .orderBy(asc(boilerplates.createdAt), asc(boilerplates.id), desc(boilerplateVersions.number))
    .limit(1);
  return row;
}

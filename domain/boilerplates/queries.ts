import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { boilerplates, boilerplateVersions } from "@/db/schema/announcement-publishing";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import type { BoilerplateChoice, Version } from "./rules";

const version = {
  boilerplateId: boilerplateVersions.boilerplateId,
  number: boilerplateVersions.number,
  heading: boilerplateVersions.heading,
  text: boilerplateVersions.text,
};

/** The latest version of one text. */
export async function lastVersion(query: Queryable, id: string) {
  const [last] = await query
    .select(version)
    .from(boilerplateVersions)
    .where(eq(boilerplateVersions.boilerplateId, id))
    .orderBy(desc(boilerplateVersions.number))
    .limit(1);
  return last;
}

/** The texts in use, each in its latest version, the first begun first. */
export async function boilerplateChoices(actor: Actor): Promise<BoilerplateChoice[]> {
  ensure(actor, "announcement.list");
  const rows = await db()
    .selectDistinctOn([boilerplates.createdAt, boilerplates.id], { ...version, name: boilerplates.name })
    .from(boilerplates)
    .innerJoin(boilerplateVersions, eq(boilerplateVersions.boilerplateId, boilerplates.id))
    .where(isNull(boilerplates.removedAt))
    .orderBy(asc(boilerplates.createdAt), asc(boilerplates.id), desc(boilerplateVersions.number));
  return rows;
}

/** A text that is used again with all its versions, latest first. Refuses `not_found`. */
export async function boilerplateWithVersions(actor: Actor, id: string) {
  ensure(actor, "boilerplate.edit");
  const [row] = await db().select().from(boilerplates).where(eq(boilerplates.id, id));
  if (!row) throw new Refusal("not_found");
  const versions = await db()
    .select({ ...version, savedAt: boilerplateVersions.savedAt, savedBy: boilerplateVersions.savedBy })
    .from(boilerplateVersions)
    .where(eq(boilerplateVersions.boilerplateId, id))
    .orderBy(desc(boilerplateVersions.number));
  return { ...row, versions };
}

/** The versions that some texts hold. */
export async function versionsOf(
  held: readonly { boilerplateId: string; version: number }[],
): Promise<Version[]> {
  if (held.length === 0) return [];
  const ids = [...new Set(held.map((one) => one.boilerplateId))];
  const numbers = [...new Set(held.map((one) => one.version))];
  return db()
    .select(version)
    .from(boilerplateVersions)
    .where(
      and(inArray(boilerplateVersions.boilerplateId, ids), inArray(boilerplateVersions.number, numbers)),
    );
}

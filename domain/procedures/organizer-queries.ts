import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { amendments } from "@/db/schema/negotiations";
import { procedureEntitled, procedureResponses, procedures, procedureTold } from "@/db/schema/procedures";
import { statementRevisions } from "@/db/schema/statements";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { entitledAmong } from "./entitled";
import { circles } from "./input";

/** Every procedure on a statement, latest first: who is entitled, what each said, and what they were told. */
export async function proceduresOf(actor: Actor, statementId: string) {
  ensure(actor, "statement.list");
  const rows = await db()
    .select({ procedure: procedures, number: statementRevisions.number })
    .from(procedures)
    .innerJoin(statementRevisions, eq(statementRevisions.id, procedures.revisionId))
    .where(eq(procedures.statementId, statementId))
    .orderBy(desc(procedures.opensAt), procedures.id);
  const ids = rows.map((row) => row.procedure.id);
  if (ids.length === 0) return [];
  const [entitled, responses, told] = await Promise.all([
    db().select().from(procedureEntitled).where(inArray(procedureEntitled.procedureId, ids)),
    db().select().from(procedureResponses).where(inArray(procedureResponses.procedureId, ids)),
    db()
      .select()
      .from(procedureTold)
      .where(inArray(procedureTold.procedureId, ids))
      .orderBy(procedureTold.toldAt),
  ]);
  const reached = await withFocalPoint(entitled.map((one) => one.organisationId));
  return rows.map(({ procedure, number }) => ({
    ...procedure,
    number,
    told: told.filter((one) => one.procedureId === procedure.id),
    entitled: entitled
      .filter((one) => one.procedureId === procedure.id)
      .map(({ organisationId, name }) => ({
        organisationId,
        name,
        reached: reached.has(organisationId),
        response: responses.find(
          (one) => one.procedureId === procedure.id && one.organisationId === organisationId,
        ),
      }))
      .toSorted((a, b) => (a.name.en ?? "").localeCompare(b.name.en ?? "")),
  }));
}

export type ProcedureSeen = Awaited<ReturnType<typeof proceduresOf>>[number];

/** Those of some organisations that have a focal point now. */
async function withFocalPoint(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db()
    .selectDistinct({ id: users.organisationId })
    .from(users)
    .where(
      and(
        eq(users.role, "focal_point"),
        inArray(users.organisationId, [...ids]),
        isNull(users.deactivatedAt),
      ),
    );
  return new Set(rows.flatMap((row) => row.id ?? []));
}

/** What the form that opens a procedure says beforehand: how many would be entitled, how many amendments are open. */
export async function beforeOpening(actor: Actor, { id, zone }: { id: string; zone: string }, at: Date) {
  ensure(actor, "statement.list");
  const [[open], parties, members] = await Promise.all([
    db()
      .select({ count: count() })
      .from(amendments)
      .where(and(eq(amendments.statementId, id), eq(amendments.state, "open"))),
    ...circles.map((among) => entitledAmong(db(), { among, statementId: id, zone }, at)),
  ]);
  return { openAmendments: open?.count ?? 0, parties: parties?.length ?? 0, members: members?.length ?? 0 };
}

import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import type { AccessionState, Locale, OrganisationKind } from "@/db/enums";
import {
  accessionChecked,
  accessionDocuments,
  accessionNotes,
  accessions,
  boardDecisions,
} from "@/db/schema/accessions";
import { files } from "@/db/schema/files";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";
import { approvalFacts } from "./approval";
import { namesakes } from "./known-organisation";
import { accessionState, dueBy, isOverdue, obstaclesToApproving } from "./rules";

/** A moment and its day, where the group is. */
type Moment = { at: Date; today: string };

const spell = {
  id: memberships.id,
  joinedOn: memberships.joinedOn,
  publicFrom: memberships.publicFrom,
  withdrawnAt: memberships.withdrawnAt,
};

/** What the list of applications can be asked. */
export type AccessionsFilter = {
  q: string;
  kind?: OrganisationKind;
  state?: AccessionState;
  overdue: boolean;
  page: number;
};

/** Rows on a page of the list. */
export const pageSize = 50;

/** A page of all applications, the latest first, each with where it stands and whether its next step is overdue. */
export async function listAccessions(
  actor: Actor,
  filter: AccessionsFilter,
  { at, today }: Moment,
  locale: Locale,
) {
  ensure(actor, "accession.list");
  const rows = await db()
    .select({
      id: accessions.id,
      kind: accessions.kind,
      name: accessions.name,
      source: accessions.source,
      receivedOn: accessions.receivedOn,
      reviewBy: accessions.reviewBy,
      boardBy: accessions.boardBy,
      announceBy: accessions.announceBy,
      reviewedAt: accessions.reviewedAt,
      sentToBoardAt: accessions.sentToBoardAt,
      approvedAt: accessions.approvedAt,
      declinedAt: accessions.declinedAt,
      withdrawnAt: accessions.withdrawnAt,
      spell,
    })
    .from(accessions)
    .leftJoin(memberships, eq(memberships.id, accessions.membershipId))
    .orderBy(desc(accessions.receivedAt), accessions.id);
  const words = filter.q.toLocaleLowerCase(locale);
  const found = rows
    .map(({ spell, ...row }) => {
      const state = accessionState(row, spell, { at, today });
      return { ...row, state, due: dueBy(state, row), overdue: isOverdue(state, row, today) };
    })
    .filter((row) => !filter.kind || row.kind === filter.kind)
    .filter((row) => !filter.state || row.state === filter.state)
    .filter((row) => !filter.overdue || row.overdue)
    .filter((row) => Object.values(row.name).some((name) => name.toLocaleLowerCase(locale).includes(words)));
  const from = (filter.page - 1) * pageSize;
  return { rows: found.slice(from, from + pageSize), total: found.length };
}

/**
 * An application as those who review it see it: what it says, its documents, notes and ticks, the answers of the board,
 * and what stands in the way of approving it today. Refuses `not_found`.
 */
export async function accessionForOrganizer(actor: Actor, id: string, { at, today }: Moment) {
  ensure(actor, "accession.list");
  const [found] = await db()
    .select({ row: accessions, spell, organisation: { name: organisations.name, slug: organisations.slug } })
    .from(accessions)
    .leftJoin(memberships, eq(memberships.id, accessions.membershipId))
    .leftJoin(organisations, eq(organisations.id, accessions.organisationId))
    .where(eq(accessions.id, id));
  if (!found) throw new Refusal("not_found");
  const { spell: membership, organisation } = found;
  const { tokenHash: _, ...row } = found.row;
  const [documents, notes, checks, answers, known, facts] = await Promise.all([
    documentsOf(id),
    db()
      .select()
      .from(accessionNotes)
      .where(eq(accessionNotes.accessionId, id))
      .orderBy(desc(accessionNotes.at)),
    db().select().from(accessionChecked).where(eq(accessionChecked.accessionId, id)),
    db().select().from(boardDecisions).where(eq(boardDecisions.accessionId, id)),
    row.organisationId ? [] : namesakes(db(), row),
    approvalFacts(db(), found.row, { at, today, approvedOn: today, joinedOn: today }),
  ]);
  const state = accessionState(row, membership, { at, today });
  return {
    ...row,
    membership,
    organisation,
    documents,
    notes,
    checks,
    answers,
    namesakes: known,
    others: await othersLike(id, row),
    board: facts.board,
    obstacles: obstaclesToApproving(facts),
    state,
    due: dueBy(state, row),
    overdue: isOverdue(state, row, today),
  };
}

const documentsOf = (id: string) =>
  db()
    .select({ id: files.id, name: files.name, size: files.size })
    .from(accessionDocuments)
    .innerJoin(files, eq(files.id, accessionDocuments.fileId))
    .where(and(eq(accessionDocuments.accessionId, id), isNull(files.erasedAt)))
    .orderBy(asc(files.createdAt), asc(files.name));

/** Other applications under way that seem to be about the same organisation. */
async function othersLike(id: string, row: Pick<typeof accessions.$inferSelect, "name" | "organisationId">) {
  const open = await db()
    .select({
      id: accessions.id,
      name: accessions.name,
      organisationId: accessions.organisationId,
      receivedOn: accessions.receivedOn,
    })
    .from(accessions)
    .where(
      and(
        ne(accessions.id, id),
        isNull(accessions.approvedAt),
        isNull(accessions.declinedAt),
        isNull(accessions.withdrawnAt),
      ),
    );
  const lower = (name: object) => Object.values(name).map((one) => String(one).toLowerCase());
  const names = new Set(lower(row.name));
  return open.filter(
    (other) =>
      (row.organisationId !== null && other.organisationId === row.organisationId) ||
      lower(other.name).some((name) => names.has(name)),
  );
}

/** The accessions of an organisation of the register, latest first. */
export async function accessionsOf(actor: Actor, organisationId: string, { at, today }: Moment) {
  ensure(actor, "accession.list");
  const rows = await db()
    .select({ accession: accessions, spell })
    .from(accessions)
    .leftJoin(memberships, eq(memberships.id, accessions.membershipId))
    .where(eq(accessions.organisationId, organisationId))
    .orderBy(desc(accessions.receivedAt));
  return rows.map(({ accession, spell }) => ({
    id: accession.id,
    receivedOn: accession.receivedOn,
    state: accessionState(accession, spell, { at, today }),
  }));
}

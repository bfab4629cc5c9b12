import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { boardDecisions, boardMembers } from "@/db/schema/accessions";
import { groups } from "@/db/schema/group";
import { memberships } from "@/db/schema/organisations";
import { users } from "@/db/schema/users";
import { boardOutcome } from "@/domain/board/rules";
import { namesakes } from "./known-organisation";
import type { AccessionRow } from "./lock";
import { type ApprovalFacts, accessionState, type ContactAccount } from "./rules";

type Days = { at: Date; today: string; approvedOn: string; joinedOn: string };

/** What the rule of approving looks at: the page shows what is missing by it, and the verb refuses by it. */
export async function approvalFacts(
  query: Queryable,
  row: AccessionRow,
  { at, today, approvedOn, joinedOn }: Days,
): Promise<ApprovalFacts> {
  const seats = await query
    .select({ id: boardMembers.id, fromOn: boardMembers.fromOn, toOn: boardMembers.toOn })
    .from(boardMembers);
  const answers = await query
    .select({
      boardMemberId: boardDecisions.boardMemberId,
      answer: boardDecisions.answer,
      answeredOn: boardDecisions.answeredOn,
    })
    .from(boardDecisions)
    .where(eq(boardDecisions.accessionId, row.id));
  const [group] = await query.select({ quorum: groups.boardQuorum }).from(groups);
  const spells = row.organisationId
    ? await query
        .select({ joinedOn: memberships.joinedOn, leftOn: memberships.leftOn })
        .from(memberships)
        .where(and(eq(memberships.organisationId, row.organisationId), isNull(memberships.withdrawnAt)))
    : [];
  const known = row.organisationId ? [] : await namesakes(query, row);
  return {
    state: accessionState(row, null, { at, today }),
    kind: row.kind,
    board: boardOutcome(seats, answers, group?.quorum ?? 1, approvedOn),
    receivedOn: row.receivedOn,
    approvedOn,
    joinedOn,
    today,
    spells,
    contact: await accountOf(query, row),
    namesake: known.length > 0,
  };
}

/** To whom the address of the contact belongs. An account that was closed is nobody's to open again here. */
async function accountOf(query: Queryable, row: AccessionRow): Promise<ContactAccount> {
  const [account] = await query
    .select({ organisationId: users.organisationId, deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(eq(users.email, row.contactEmail));
  if (!account) return "free";
  const own = account.organisationId !== null && account.organisationId === row.organisationId;
  return own && !account.deactivatedAt ? "own" : "taken";
}

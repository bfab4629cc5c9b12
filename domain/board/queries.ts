import { asc, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { boardMembers } from "@/db/schema/accessions";
import { groups } from "@/db/schema/group";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";

/** Everybody who sits, sat or will sit on the board, those who came last first, and the quorum. */
export async function boardFor(actor: Actor) {
  ensure(actor, "accession.list");
  const [seats, [group]] = await Promise.all([
    db()
      .select({
        id: boardMembers.id,
        revision: boardMembers.revision,
        personId: boardMembers.personId,
        person: people.name,
        organisationId: boardMembers.organisationId,
        organisation: organisations.name,
        fromOn: boardMembers.fromOn,
        toOn: boardMembers.toOn,
      })
      .from(boardMembers)
      .innerJoin(people, eq(people.id, boardMembers.personId))
      .leftJoin(organisations, eq(organisations.id, boardMembers.organisationId))
      .orderBy(desc(boardMembers.fromOn), asc(people.sortName)),
    db().select({ revision: groups.revision, quorum: groups.boardQuorum }).from(groups),
  ]);
  return { seats, quorum: group?.quorum ?? 1, revision: group?.revision ?? 1 };
}

/** Everybody who could be given a seat. */
export async function personChoices(actor: Actor) {
  ensure(actor, "board.edit");
  return db().select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.sortName));
}

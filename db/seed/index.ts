import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { groups } from "@/db/schema/group";
import { memberships } from "@/db/schema/organisations";
import { seedAccessions } from "./accessions";
import { seedAnnouncementReviews } from "./announcement-reviews";
import { seedEmbargoedMember, seedPastAnnouncements } from "./announcements";
import { seedBadges } from "./badges";
import { seedCommitments } from "./commitments";
import { seedDelegations } from "./delegations";
import { seedGroup } from "./group";
import { seedHistory } from "./history";
import { seedInvitations } from "./invitations";
import { seedMailings } from "./mailings";
import { seedOrganisations } from "./organisations";
import { seedLists } from "./participant-list";
import { seedParticipants } from "./participants";
import { known, seedPastEvents } from "./past-events";
import { seedPeriods } from "./periods";
import { seedQuestions } from "./questions";
import { seedRenames } from "./renames";
import { seedRunOfShow } from "./run-of-show";
import { seedSpeakers } from "./speakers";
import { seedDraftStatement, seedPastStatements } from "./statements";
import { seedUpcomingDialogue, seedUpcomingSummit } from "./upcoming-summit";
import { seedUsers } from "./users";

/**
 * Fills an empty database with the demonstration group, as it stands at `now`, in one transaction.
 * Answers whether it did: a database that already has a group is left alone.
 */
export async function seed(now: Date): Promise<boolean> {
  // Forms know whole minutes: a time with seconds would be another one as soon as somebody saves its form.
  const at = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  return db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('plenary:seed'))`);
    if ((await tx.select({ one: groups.one }).from(groups)).length > 0) return false;
    await seedGroup(tx);
    const ids = await seedOrganisations(tx, at);
    await seedRenames(tx, ids.organisations);
    await seedPeriods(tx);
    const users = await seedUsers(tx, ids.organisations);
    const past = await seedPastEvents(tx, ids.organisations);
    await seedPastStatements(tx, past, ids.organisations, await membersByDay(tx));
    await seedPastAnnouncements(tx, past, ids.memberships);
    await seedCommitments(tx, past, ids.organisations);
    const summit = await seedUpcomingSummit(tx, ids.organisations, at);
    await seedRunOfShow(tx, { ...summit, summitId: summit.id }, at);
    const dialogue = await seedUpcomingDialogue(tx, ids.organisations, at);
    const members = Object.fromEntries(
      Object.keys(ids.memberships).map((key) => [key, ids.organisations[key] ?? ""]),
    );
    await seedParticipants(tx, summit.id, dialogue, members, at);
    await seedBadges(tx, summit.id, at);
    await seedDelegations(tx, { summitId: summit.id, dialogueId: dialogue }, ids.organisations, at);
    await seedSpeakers(tx, summit.id, ids.organisations, at);
    await seedLists(tx, summit.id, known(users, "organizer"), at);
    await seedQuestions(tx, summit.id, at);
    await seedMailings(tx, summit.id, at);
    await seedInvitations(tx, summit.id, at);
    await seedDraftStatement(tx, summit.id, ids.organisations, at);
    await seedEmbargoedMember(tx, summit.id, summit.opensAt, at);
    await seedAccessions(tx, { people: summit.people, organisations: ids.organisations }, at);
    await seedAnnouncementReviews(tx);
    await seedHistory(tx, users);
    return true;
  });
}

/** Who was a member on a day, answered from the spells just written. */
async function membersByDay(tx: Transaction) {
  const spells = await tx
    .select({
      organisationId: memberships.organisationId,
      from: memberships.joinedOn,
      to: memberships.leftOn,
    })
    .from(memberships);
  return (day: string) =>
    spells
      .filter((spell) => spell.from <= day && (!spell.to || spell.to > day))
      .map((spell) => spell.organisationId);
}

import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { checkIns } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { files } from "@/db/schema/files";
import { history } from "@/db/schema/history";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { consents, erasureRequests } from "@/db/schema/privacy";
import { answers, questions } from "@/db/schema/questions";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

/** Ids of all participations of the person behind one: those of the same address, at every event. */
export async function participationsOfPerson(query: Queryable, id: string): Promise<string[]> {
  const [own] = await query
    .select({ email: participations.email })
    .from(participations)
    .where(and(eq(participations.id, id), isNull(participations.erasedAt)));
  if (!own) return [];
  if (own.email === null) return [id];
  const rows = await query
    .select({ id: participations.id })
    .from(participations)
    .where(eq(participations.email, own.email))
    .orderBy(asc(participations.createdAt));
  return rows.map((row) => row.id);
}

/**
 * Everything held about a participant, for themselves: at this and every other event under the same address. The link
 * was mailed to that address, so whoever holds it may read what is held under it. Refuses `not_found`.
 */
export async function heldAbout(actor: Actor) {
  if (actor.kind !== "participant") throw new Refusal("not_found");
  ensure(actor, "privacy.read-own", { participationId: actor.participationId });
  const ids = await participationsOfPerson(db(), actor.participationId);
  if (ids.length === 0) throw new Refusal("not_found");
  const [own] = await db()
    .select({ email: participations.email })
    .from(participations)
    .where(eq(participations.id, actor.participationId));
  const [people, given, said, letters, deeds, scans, asked, invited] = await Promise.all([
    db()
      .select({
        event: events.title,
        startsAt: events.startsAt,
        name: participations.name,
        familyName: participations.familyName,
        courtesyTitle: participations.courtesyTitle,
        email: participations.email,
        functionalTitle: participations.functionalTitle,
        organisation: organisations.name,
        organisationName: participations.organisationName,
        class: participations.class,
        level: participations.level,
        state: participations.state,
        stateReason: participations.stateReason,
        accessNeeds: participations.accessNeeds,
        dietaryNeeds: participations.dietaryNeeds,
        tags: participations.tags,
        language: participations.locale,
        listedSince: participations.listingConsentedAt,
        registeredAt: participations.createdAt,
        changedAt: participations.updatedAt,
      })
      .from(participations)
      .innerJoin(events, eq(events.id, participations.eventId))
      .leftJoin(organisations, eq(organisations.id, participations.organisationId))
      .where(inArray(participations.id, ids))
      .orderBy(asc(events.startsAt)),
    db()
      .select({
        kind: consents.kind,
        text: consents.text,
        givenAt: consents.givenAt,
        withdrawnAt: consents.withdrawnAt,
      })
      .from(consents)
      .where(inArray(consents.participationId, ids))
      .orderBy(asc(consents.givenAt)),
    db()
      .select({
        question: questions.label,
        answer: answers.value,
        file: files.name,
        answeredAt: answers.answeredAt,
      })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .leftJoin(files, eq(files.id, answers.fileId))
      .where(inArray(answers.participationId, ids))
      .orderBy(asc(answers.answeredAt)),
    db()
      .select({ subject: mails.subject, text: mails.text, state: mails.state, sentAt: mails.sentAt })
      .from(mails)
      .where(and(eq(mails.aboutKind, "participation"), inArray(mails.aboutId, ids)))
      .orderBy(asc(mails.createdAt)),
    db()
      .select({ at: history.at, action: history.action, reason: history.reason })
      .from(history)
      .where(and(eq(history.subjectKind, "participation"), inArray(history.subjectId, ids)))
      .orderBy(asc(history.id)),
    db()
      .select({ day: checkIns.day, at: checkIns.at, kind: checkIns.kind })
      .from(checkIns)
      .where(inArray(checkIns.participationId, ids))
      .orderBy(asc(checkIns.at)),
    db()
      .select({
        askedAt: erasureRequests.askedAt,
        refusedAt: erasureRequests.refusedAt,
        refusedReason: erasureRequests.refusedReason,
      })
      .from(erasureRequests)
      .where(inArray(erasureRequests.participationId, ids))
      .orderBy(asc(erasureRequests.askedAt)),
    db()
      .select({
        event: events.title,
        name: invitations.name,
        email: invitations.email,
        class: invitations.class,
        language: invitations.locale,
        invitedAt: invitations.createdAt,
        openedAt: invitations.openedAt,
        acceptedAt: invitations.acceptedAt,
        declinedAt: invitations.declinedAt,
        declineReason: invitations.declineReason,
        revokedAt: invitations.revokedAt,
      })
      .from(invitations)
      .innerJoin(events, eq(events.id, invitations.eventId))
      .where(or(inArray(invitations.participationId, ids), eq(invitations.email, own?.email ?? "")))
      .orderBy(asc(invitations.createdAt)),
  ]);
  return {
    participations: people,
    consents: given,
    answers: said,
    mails: letters,
    deeds,
    checkIns: scans,
    erasureRequests: asked,
    invitations: invited,
  };
}

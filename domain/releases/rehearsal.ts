import { and, DrizzleQueryError, eq, gt, sql } from "drizzle-orm";
import { db, pretence, pretending } from "@/db/client";
import { rehearsals } from "@/db/schema/releases";
import { sessions } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { ensure } from "@/domain/access/ensure";
import { actorOf } from "@/domain/sign-in/accounts";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { hashOf } from "@/lib/tokens";
import { carryOutIn } from "./carry-out";
import { lockRelease } from "./lock";
import { publicFromOf, releaseState } from "./rules";

/** The cookie in which a browser keeps the token of a rehearsal. */
export const rehearsalCookie = "plenary-rehearsal";

type Rehearser = Extract<Actor, { kind: "user" }>;

/**
 * Whose rehearsal of which release a request belongs to: only that of whoever is signed in with it, who still may, and
 * before it expires. Nothing otherwise: the request is answered like any other.
 */
export async function rehearsalOf(
  { token, session }: { token: string; session: string },
  at = now(),
): Promise<{ releaseId: string; actor: Rehearser } | undefined> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const [row] = await db()
    .select({ releaseId: rehearsals.releaseId, userId: rehearsals.userId })
    .from(rehearsals)
    .innerJoin(sessions, eq(sessions.userId, rehearsals.userId))
    .where(
      and(
        eq(rehearsals.tokenHash, hashOf(token)),
        gt(rehearsals.expiresAt, moment),
        eq(sessions.sessionToken, hashOf(session)),
        gt(sessions.expires, moment),
      ),
    );
  if (!row) return undefined;
  const actor = await actorOf(row.userId);
  if (actor.kind !== "user" || !can(actor, "release.rehearse")) return undefined;
  return { releaseId: row.releaseId, actor };
}

/** Ends the transaction of a rehearsal, which is never committed. */
class Over extends Error {}

/**
 * Answers a request as if a release were out: it is carried out in a transaction, everything `run` reads is read through
 * that and at the release's instant, and the transaction is rolled back when `run` is done, whatever it did. Answers
 * `obstacles` where it cannot be carried out, `busy` where somebody held what it writes for too long, and `over` where
 * there is nothing to rehearse any more; then nothing ran.
 */
export async function inRehearsal(
  { releaseId, actor }: { releaseId: string; actor: Rehearser },
  run: () => Promise<void>,
  at = now(),
): Promise<"done" | "obstacles" | "busy" | "over"> {
  let began = false;
  try {
    await db().transaction(async (tx) => {
      // It gives way to whoever really writes, and never holds the things of a release for long.
      await tx.execute(
        sql`select set_config('lock_timeout', '5s', true), set_config('statement_timeout', '15s', true)`,
      );
      const release = await lockRelease(tx, releaseId);
      ensure(actor, "release.rehearse");
      const state = releaseState(release, at);
      if (state === "released" || state === "undone" || state === "cancelled") return;
      const publicFrom = release.publicFrom ?? publicFromOf(release.scheduledFor, at);
      // Nothing of it stays, so that whoever may rehearse need not be somebody who may release.
      if (!release.publicFrom) await carryOutIn(tx, { ...actor, role: "admin" }, release, { publicFrom, at });
      began = true;
      const about = { id: release.id, title: release.title, zone: release.zone };
      await pretending({ tx, at: publicFrom, about }, run);
      throw new Over();
    });
  } catch (error) {
    if (error instanceof Over) return "done";
    if (!began && error instanceof Refusal) return error.code === "obstacles" ? "obstacles" : "over";
    if (!began && waitedTooLong(error)) return "busy";
    throw error;
  }
  return "over";
}

/** PostgreSQL's 55P03, lock_not_available: what was waited for stayed locked. */
const waitedTooLong = (error: unknown) =>
  error instanceof DrizzleQueryError && (error.cause as { code?: string } | undefined)?.code === "55P03";

/** The rehearsal in which this request is answered: which release, and as of when. */
export function currentRehearsal() {
  const pretended = pretence();
  return pretended && { ...pretended.about, at: pretended.at };
}

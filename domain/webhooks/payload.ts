import { and, eq, isNotNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { agendaReleases } from "@/db/schema/agenda";
import { announcementPublications } from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { statementPublications } from "@/db/schema/statements";
import { apiAddress } from "@/domain/api/addresses";
import { announcementForApi } from "@/domain/api/announcements";
import { agendaForApi, eventForApi } from "@/domain/api/events";
import { memberForApi } from "@/domain/api/members";
import { statementForApi } from "@/domain/api/statements";
import { isPublicAt } from "@/domain/publication/where";
import type { Told } from "./rules";

/** What a system is sent. `data.object` is the thing as the read API answers it, or null where it is public no more. */
export type Payload = {
  type: Told["topic"];
  timestamp: string;
  data: { url: string; object: object | null; languages?: string[] };
};

/**
 * What there is to tell of something at a moment: as the public sees it then, and nothing where it is not public, was
 * replaced by something newer, or was never public before it was taken back. Asked anew at every attempt, so that nothing
 * is sent late that has been taken back meanwhile.
 */
export async function payloadOf(told: Told, at: Date): Promise<Payload | undefined> {
  const happened = await reading[told.topic](told, at);
  if (!happened) return;
  const { instant, ...data } = happened;
  return { type: told.topic, timestamp: instant.toISOString(), data };
}

type Happened = { instant: Date } & Payload["data"];
type Reading = (told: Told, at: Date) => Promise<Happened | undefined>;

const announcementNow = async (id: string, at: Date) => (await announcementForApi(id, at)) ?? null;
const statementNow = async (id: string, at: Date) => (await statementForApi(id, {}, at)) ?? null;

const reading: Record<Told["topic"], Reading> = {
  "announcement.published": published(
    announcementPublications,
    announcementPublications.announcementId,
    announcementNow,
  ),
  "announcement.withdrawn": withdrawn(
    announcementPublications,
    announcementPublications.announcementId,
    "announcements",
    announcementNow,
  ),
  "statement.published": published(statementPublications, statementPublications.statementId, statementNow),
  "statement.withdrawn": withdrawn(
    statementPublications,
    statementPublications.statementId,
    "statements",
    statementNow,
  ),
  "membership.published": async ({ id, key }, at) => {
    const [spell] = await db()
      .select({ organisationId: memberships.organisationId, publicFrom: memberships.publicFrom })
      .from(memberships)
      .where(
        and(eq(memberships.id, id), eq(memberships.publicFrom, new Date(key)), isPublicAt(memberships, at)),
      );
    const object = spell && (await memberForApi(spell.organisationId, at));
    return object && spell.publicFrom ? { instant: spell.publicFrom, url: object.self, object } : undefined;
  },
  "event.announced": async ({ id, key }, at) => {
    const object = await eventForApi(id, at);
    if (object?.announcedAt !== key) return;
    return { instant: new Date(object.announcedAt), url: object.self, object };
  },
  "agenda.released": async ({ id }, at) => {
    const [release] = await db().select().from(agendaReleases).where(eq(agendaReleases.id, id));
    const object = release && (await agendaForApi(release.eventId, at));
    if (!object || object.release?.number !== release.number) return;
    return { instant: release.releasedAt, url: object.self, object };
  },
};

type Publications = typeof announcementPublications | typeof statementPublications;
type Owner = typeof announcementPublications.announcementId | typeof statementPublications.statementId;
type Now = (id: string, at: Date) => Promise<{ self: string } | null>;

/** The texts that became public at an instant and still are; every language of one release is one message. */
function published(table: Publications, owner: Owner, now: Now): Reading {
  return async ({ id, key }, at) => {
    const instant = new Date(key);
    const rows = await db()
      .select({ locale: table.locale })
      .from(table)
      .where(and(eq(owner, id), eq(table.publicFrom, instant), isPublicAt(table, at)))
      .orderBy(table.locale);
    const object = rows.length > 0 ? await now(id, at) : null;
    return object
      ? { instant, url: object.self, languages: rows.map((row) => row.locale), object }
      : undefined;
  };
}

/** A text that was public and was taken back, with what is left of the thing in other languages. */
function withdrawn(table: Publications, owner: Owner, folder: string, now: Now): Reading {
  return async ({ id, key }, at) => {
    const [row] = await db()
      .select({ locale: table.locale, withdrawnAt: table.withdrawnAt })
      .from(table)
      .where(
        and(
          eq(owner, id),
          eq(table.id, key),
          isNotNull(table.withdrawnAt),
          lt(table.publicFrom, table.withdrawnAt),
        ),
      );
    if (!row?.withdrawnAt || row.withdrawnAt > at) return;
    const url = apiAddress(`/${folder}/${id}`);
    return { instant: row.withdrawnAt, url, languages: [row.locale], object: await now(id, at) };
  };
}

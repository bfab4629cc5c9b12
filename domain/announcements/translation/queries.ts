import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/db/enums";
import { announcementRevisions } from "@/db/schema/announcements";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { placed } from "../blocks/rules";
import { storedBody } from "../text/input";
import { linesOf } from "../text/rules";
import { marksOf, rawMarks } from "./marks";
import type { Marks } from "./rules";

/** So many revisions of an original are looked through for the words a part was translated of. */
const most = 200;

/**
 * The words of the original that stale parts of a translation were made of, by the part: those of the latest revision
 * that has the mark the translation remembers. A part whose old words are not known is absent.
 */
export async function wordsBefore(
  actor: Actor,
  announcementId: string,
  original: Locale,
  stale: Marks,
): Promise<Record<string, string>> {
  ensure(actor, "announcement.list");
  const found: Record<string, string> = {};
  const open = new Set(Object.keys(stale));
  if (open.size === 0) return found;
  const rows = await db()
    .select({
      title: announcementRevisions.title,
      lead: announcementRevisions.lead,
      body: announcementRevisions.body,
      translatedFrom: announcementRevisions.translatedFrom,
    })
    .from(announcementRevisions)
    .where(
      and(
        eq(announcementRevisions.announcementId, announcementId),
        eq(announcementRevisions.locale, original),
      ),
    )
    .orderBy(desc(announcementRevisions.number))
    .limit(most);
  for (const row of rows) {
    const text = { ...row, body: placed(storedBody(row.body)) };
    const [marks, raw] = [marksOf(text), rawMarks(text)];
    for (const key of open) {
      if (stale[key] !== marks[key] && stale[key] !== raw[key]) continue;
      found[key] = partWords(text, key);
      open.delete(key);
    }
    if (open.size === 0) break;
  }
  return found;
}

function partWords(text: { title: string; lead: string; body: ReturnType<typeof storedBody> }, key: string) {
  if (key === "title" || key === "lead") return text[key];
  const block = text.body.content.find((one) => one.attrs?.id === key);
  return block ? linesOf(block).join("\n") : "";
}

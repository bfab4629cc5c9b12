import type { Actor } from "@/domain/access/actor";
import { versionIn } from "@/domain/boilerplates/rules";
import { pick } from "@/lib/i18n/pick";
import { Refusal } from "@/lib/refusal";
import { editionsOf } from "../organizer-queries";
import { changesBetween } from "./rules";

/**
 * What changed from one revision of an announcement to another of the same language, for who may read it in the
 * workspace. Refuses `not_found` where one of them is of another announcement or they are of different languages.
 */
export async function comparedEditions(
  actor: Actor,
  { announcementId, fromId, toId }: { announcementId: string; fromId: string; toId: string },
) {
  const { editions, shown } = await editionsOf(actor, announcementId, [fromId, toId]);
  const before = editions.find((edition) => edition.id === fromId);
  const after = editions.find((edition) => edition.id === toId);
  if (!before || !after || before.locale !== after.locale) throw new Refusal("not_found");
  const changes = changesBetween(before, after, (attrs) => {
    const held = versionIn(shown.boilerplates, attrs);
    if (!held) return "";
    return [pick(held.heading, before.locale).text, pick(held.text, before.locale).text]
      .filter(Boolean)
      .join("\n");
  });
  return { locale: before.locale, changes };
}

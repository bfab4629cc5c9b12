import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { media } from "@/db/schema/media";
import { versionsOf } from "@/domain/boilerplates/queries";
import { speakersOf } from "./speakers";
import { type Cover, mediaIn, type RichBody, reusedIn } from "./text/rules";

/**
 * What some texts show beside their own words: whom they quote, the pictures and files, the texts that are used again
 * in the versions they hold.
 */
export async function shownIn(texts: readonly { body: RichBody; cover: Cover | null }[]) {
  const bodies = texts.map((text) => text.body);
  const mediaIds = [...new Set(texts.flatMap(({ body, cover }) => mediaIn(body, cover)))];
  const [speakers, pictures, boilerplates] = await Promise.all([
    speakersOf(bodies),
    mediaIds.length === 0
      ? []
      : db()
          .select({
            id: media.id,
            kind: media.kind,
            name: media.name,
            width: media.width,
            height: media.height,
          })
          .from(media)
          .where(inArray(media.id, mediaIds)),
    versionsOf(bodies.flatMap(reusedIn)),
  ]);
  return { speakers, shown: { media: pictures, boilerplates } };
}

import { eq } from "drizzle-orm";
import sharp from "sharp";
import { db } from "@/db/client";
import { announcementMedia } from "@/db/schema/announcement-publishing";
import { organisations } from "@/db/schema/organisations";
import { add } from "@/domain/media/add";
import { editor } from "../../support/actors";
import { at } from "../../support/make";

/** A photograph as a telephone takes it, which knows where it was. */
export async function photo(width = 1_200, height = 800) {
  const content = await sharp({ create: { width, height, channels: 3, background: "#2a6" } })
    .jpeg()
    .withExif({ IFD0: { Make: "Hasselblad" }, IFD3: { GPSLatitude: "59/1 19/1 0/1" } })
    .toBuffer();
  return new File([new Uint8Array(content)], "IMG_2022.jpg");
}

/** A picture in the library. */
export async function picture(name = "Furnace") {
  return add(
    editor,
    { name, alt: { en: "A furnace", sv: "En ugn" }, credit: "A. Person" },
    await photo(),
    at,
  );
}

/** Lets a revision show things, as saving it does. */
export async function shows(revisionId: string, ...mediaIds: string[]) {
  await db()
    .insert(announcementMedia)
    .values(mediaIds.map((mediaId) => ({ revisionId, mediaId })));
}

/** Gives an organisation a logo, as its page in the workspace does; answers the picture's id. */
export async function withLogo(organisationId: string) {
  const { id } = await picture("Logo");
  await db().update(organisations).set({ logoId: id }).where(eq(organisations.id, organisationId));
  return id;
}

import { z } from "zod";
import { mediaAnswer } from "@/app/_request/media";
import { mediaOfRevision } from "@/domain/media/shown";
import { openPreviewLink } from "@/domain/preview-links/queries";
import { now } from "@/lib/clock";

type Context = { params: Promise<{ token: string; mediaId: string }> };

/** What a draft shows, for who holds a private link to it. */
export async function GET(request: Request, { params }: Context) {
  const { token, mediaId } = await params;
  const { data: id } = z.uuid().safeParse(mediaId);
  const read = id ? await openPreviewLink(token, now()) : undefined;
  const edition = read && "edition" in read ? read.edition : undefined;
  const shown = id && edition ? await mediaOfRevision(edition.id, id) : undefined;
  return mediaAnswer(request, shown);
}

import { z } from "zod";
import { mediaAnswer } from "@/app/_request/media";
import { mediaBehind } from "@/domain/press-links/open";
import { now } from "@/lib/clock";

type Context = { params: Promise<{ token: string; mediaId: string }> };

/** What an announcement under embargo shows, for who holds a link to it. */
export async function GET(request: Request, { params }: Context) {
  const { token, mediaId } = await params;
  const { data: id } = z.uuid().safeParse(mediaId);
  return mediaAnswer(request, id ? await mediaBehind(token, id, now()) : undefined);
}

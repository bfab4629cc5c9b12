import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { mediaAnswer } from "@/app/_request/media";
import { libraryMedia } from "@/domain/media/shown";

type Context = { params: Promise<{ mediaId: string }> };

/** A thing of the library, for those who write texts. */
export async function GET(request: Request, { params }: Context) {
  const { data: id } = z.uuid().safeParse((await params).mediaId);
  return mediaAnswer(request, id ? await libraryMedia(await currentActor(), id) : undefined);
}

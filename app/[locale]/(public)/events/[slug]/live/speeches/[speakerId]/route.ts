import { z } from "zod";
import { publicSpeech } from "@/domain/speakers/read-speech";
import { now } from "@/lib/clock";
import { fileAnswer } from "@/lib/http/file";

type Context = { params: Promise<{ slug: string; speakerId: string }> };

/** The text of what was said in public, once it has been said. */
export async function GET(_: Request, { params }: Context) {
  const { slug, speakerId } = await params;
  const speech =
    z.uuid().safeParse(speakerId).success && (await publicSpeech({ id: speakerId, slug }, now()));
  return speech ? fileAnswer(speech) : new Response("Not found", { status: 404 });
}

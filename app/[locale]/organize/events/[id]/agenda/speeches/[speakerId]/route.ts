import { speechAnswer } from "@/app/_request/speech";

type Context = { params: Promise<{ id: string; speakerId: string }> };

/** The text somebody handed in to speak from. */
export async function GET(_: Request, { params }: Context) {
  const { id, speakerId } = await params;
  return speechAnswer(id, speakerId);
}

import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { hear } from "@/domain/live/hub";
import { streamAnswer } from "@/lib/http/stream";

/** Says to those who run a room that something has changed, and nothing of what. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor();
  if (!can(actor, "speakers.open") || !z.uuid().safeParse(id).success)
    return new Response("Not found", { status: 404 });
  return streamAnswer(request, (send) => {
    // What happened since the page was made, or since the line was cut, was missed: the page is made anew.
    send({ event: "version", data: "again", id: "0" });
    return hear(id, (version) => send({ event: "version", data: String(version), id: String(version) }));
  });
}

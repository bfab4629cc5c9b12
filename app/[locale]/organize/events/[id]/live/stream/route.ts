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
    // Whoever comes again may have missed something: the page is made anew.
    if (request.headers.has("last-event-id")) send({ event: "version", data: "again", id: "0" });
    else send({ event: "here", data: "", id: "0" });
    return hear(id, (version) => send({ event: "version", data: String(version), id: String(version) }));
  });
}

import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { can } from "@/domain/access/can";
import { accountOf } from "@/domain/sign-in/accounts";
import { hearFloor } from "@/domain/statements/floor/hub";
import { streamAnswer } from "@/lib/http/stream";

/** Says to a screen that the chair has moved, and nothing of where: the page is made anew, and asks for rights anew. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor();
  if (actor.kind !== "user" || !can(actor, "statement.list") || !z.uuid().safeParse(id).success)
    return new Response("Not found", { status: 404 });
  return streamAnswer(request, (send, end) => {
    // What happened since the page was made, or since the line was cut, was missed.
    send({ event: "version", data: "again", id: "0" });
    return hearFloor(id, async (version) => {
      const account = await accountOf(actor.id).catch(() => undefined);
      if (!account || !can({ ...actor, role: account.role }, "statement.list")) end();
      else send({ event: "version", data: String(version), id: String(version) });
    });
  });
}

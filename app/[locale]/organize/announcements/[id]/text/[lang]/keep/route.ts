import { answerPosted } from "@/app/_request/posted";
import { editionInput } from "@/domain/announcements/input";
import { saveEdition } from "@/domain/announcements/save-edition";

/** Keeps what somebody is writing as a revision of its own; it says nothing of translations. */
export async function POST(request: Request): Promise<Response> {
  return answerPosted(request, editionInput, async (actor, input) => {
    const kept = await saveEdition(actor, { ...input, automatic: true, stillRight: [], noEffect: false });
    return Response.json(kept);
  });
}

import { documentAnswer } from "@/app/_request/documents";
import { nobody } from "@/domain/access/actor";
import { publicEvent } from "@/domain/events/queries";
import { now } from "@/lib/clock";

type Context = { params: Promise<{ slug: string; documentId: string }> };

/** A public document of a public event: the same for whoever asks, signed in or not. */
export async function GET(_: Request, { params }: Context) {
  const { slug, documentId } = await params;
  const event = await publicEvent(slug, now());
  return documentAnswer(nobody, event?.id, documentId);
}

import { follow, type Snapshot } from "@/domain/live/board";
import { now } from "@/lib/clock";
import { type Message, type Send, streamAnswer } from "@/lib/http/stream";

/** One message per snapshot, shared by all it is sent to. */
const messages = new WeakMap<Snapshot, Message>();

function messageOf(snapshot: Snapshot): Message {
  const found = messages.get(snapshot) ?? {
    event: "view",
    data: snapshot.json,
    id: String(snapshot.version),
  };
  messages.set(snapshot, found);
  return found;
}

/**
 * What is public of an event, whenever it changes. Whoever comes again names the version they have seen
 * (Last-Event-ID, or `after` the first time) and is sent the present one where it is another.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const seen = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
  let told: ((snapshot: Snapshot | undefined) => void) | undefined;
  // What is said before the stream has begun is not lost.
  let missed: Snapshot | undefined;
  const followed = await follow(slug, (snapshot) => {
    if (told) told(snapshot);
    else missed = snapshot;
  });
  if (!followed) return new Response("Not found", { status: 404 });
  return streamAnswer(
    request,
    (send: Send, end) => {
      send({ event: "clock", data: String(now().getTime()) });
      const snapshot = missed ?? followed.snapshot;
      if (String(snapshot.version) !== seen) send(messageOf(snapshot));
      told = (next) => {
        if (next) return send(messageOf(next));
        send({ event: "gone", data: "" });
        end();
      };
      return followed.stop;
    },
    followed.stop,
  );
}

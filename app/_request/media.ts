import "server-only";
import { partOf } from "@/domain/files/content";
import { rangeOf, sizeFor } from "@/domain/media/rules";
import type { Shown } from "@/domain/media/shown";
import { partsAnswer } from "@/lib/http/parts";

/**
 * A thing of the library as whoever asks may see it: pictures and films within a page, a picture in the size that `?w=`
 * asks for; 404 where there is nothing for them, as for what does not exist.
 */
export function mediaAnswer(request: Request, shown: Shown | undefined): Response {
  const asked = Number(new URL(request.url).searchParams.get("w"));
  const file = shown && sizeFor(shown.sizes, Number.isInteger(asked) && asked > 0 ? asked : null);
  if (!shown || !file) return new Response("Not found", { status: 404 });
  const whole = { ...file, mark: file.sha256.slice(0, 32), inline: shown.kind !== "file" };
  return partsAnswer(request, whole, rangeOf(request.headers.get("range"), file.size), (part) =>
    partOf(file, part),
  );
}

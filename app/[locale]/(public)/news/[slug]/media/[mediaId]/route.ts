import { z } from "zod";
import { mediaAnswer } from "@/app/_request/media";
import { locales } from "@/db/enums";
import { slug } from "@/domain/input";
import { shownMediaAt } from "@/domain/media/shown";
import { now } from "@/lib/clock";

type Context = { params: Promise<{ locale: string; slug: string; mediaId: string }> };
const asked = z.object({ locale: z.enum(locales), slug, mediaId: z.uuid() });

/** What a public announcement shows, as long as it does. */
export async function GET(request: Request, { params }: Context) {
  const { data } = asked.safeParse(await params);
  return mediaAnswer(request, data && (await shownMediaAt(data, now())));
}

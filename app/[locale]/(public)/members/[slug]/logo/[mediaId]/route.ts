import { z } from "zod";
import { mediaAnswer } from "@/app/_request/media";
import { locales } from "@/db/enums";
import { slug } from "@/domain/input";
import { shownLogo } from "@/domain/media/shown";
import { now } from "@/lib/clock";

type Context = { params: Promise<{ locale: string; slug: string; mediaId: string }> };
const asked = z.object({ locale: z.enum(locales), slug, mediaId: z.uuid() });

/** The logo of an organisation that is or was publicly a member, as long as it is its logo. */
export async function GET(request: Request, { params }: Context) {
  const { data } = asked.safeParse(await params);
  return mediaAnswer(request, data && (await shownLogo(data, now())));
}

import { announcementForApi } from "@/domain/api/announcements";
import { nothingAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answerOne } from "../../answer";

type Context = { params: Promise<{ id: string }> };

/** A public announcement, in every language in which it is public. */
export const GET = (request: Request, context: Context) =>
  answerOne(request, context, nothingAsked, (id, _, at) => announcementForApi(id, at));
export const OPTIONS = preflight;

import { membersForApi } from "@/domain/api/members";
import { membersAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answerList } from "../answer";

/** The members on a day. */
export const GET = (request: Request) => answerList(request, "/members", membersAsked, membersForApi);
export const OPTIONS = preflight;

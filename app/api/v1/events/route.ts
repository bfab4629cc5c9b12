import { eventsForApi } from "@/domain/api/events";
import { eventsAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answerList } from "../answer";

/** The public events, latest first. */
export const GET = (request: Request) => answerList(request, "/events", eventsAsked, eventsForApi);
export const OPTIONS = preflight;

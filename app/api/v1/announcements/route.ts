import { announcementsForApi } from "@/domain/api/announcements";
import { announcementsAsked } from "@/domain/api/parameters";
import { preflight } from "@/lib/http/problem";
import { answerList } from "../answer";

/** The public announcements, latest first. */
export const GET = (request: Request) =>
  answerList(request, "/announcements", announcementsAsked, announcementsForApi);
export const OPTIONS = preflight;

import { announcement, announcementList, announcementSummary } from "./announcements";
import { agenda, event, eventList, eventSummary } from "./events";
import { member, memberList } from "./members";
import { addresses, localized, problem } from "./parts";
import { statement, statementList, statementSummary } from "./statements";

/** Every schema under the name it has in the OpenAPI document. */
export const named = {
  Localized: localized,
  Addresses: addresses,
  EventSummary: eventSummary,
  Event: event,
  EventList: eventList,
  Agenda: agenda,
  StatementSummary: statementSummary,
  Statement: statement,
  StatementList: statementList,
  Member: member,
  MemberList: memberList,
  AnnouncementSummary: announcementSummary,
  Announcement: announcement,
  AnnouncementList: announcementList,
  Problem: problem,
};

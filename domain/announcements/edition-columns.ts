import { announcementRevisions } from "@/db/schema/announcements";

/** The words of a revision, by the names of `EditionText`. */
export const editionColumns = {
  title: announcementRevisions.title,
  lead: announcementRevisions.lead,
  body: announcementRevisions.body,
  dateline: announcementRevisions.dateline,
  pressContact: announcementRevisions.pressContact,
  authors: announcementRevisions.authors,
  cover: announcementRevisions.cover,
};

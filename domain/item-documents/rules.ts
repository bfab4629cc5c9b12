import { type AgendaAudience, agendaAudiences, type Localized } from "@/db/enums";

/** Whether one audience reaches further than another. */
export function isWider(one: AgendaAudience, other: AgendaAudience): boolean {
  return agendaAudiences.indexOf(one) < agendaAudiences.indexOf(other);
}

/** The audiences a document of an item can have: none wider than the item's, from many to few. */
export function audiencesWithin(item: AgendaAudience): AgendaAudience[] {
  return agendaAudiences.filter((audience) => !isWider(audience, item));
}

/** What kind of file something is, in the word people use for it. */
export function kindOfFile(contentType: string): string {
  return kinds[contentType] ?? "";
}

const office = "application/vnd.openxmlformats-officedocument";
const kinds: Record<string, string> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  [`${office}.wordprocessingml.document`]: "DOCX",
  [`${office}.spreadsheetml.sheet`]: "XLSX",
  [`${office}.presentationml.presentation`]: "PPTX",
  "application/vnd.oasis.opendocument.text": "ODT",
  "text/plain": "TXT",
};

/** A document as those who may read it are shown it. */
export type DocumentLink = {
  id: string;
  title: Localized;
  contentType: string;
  /** Bytes. */
  size: number;
};

/** What hangs on an item for somebody: documents, and whether there are minutes. */
export type Papers = { documents: DocumentLink[]; minutes: boolean };

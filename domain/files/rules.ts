/** The largest file that is taken, in bytes: a scanned letter or a photograph, not a film. */
export const mostBytes = 5_000_000;

/** What may be handed in: what a letter is scanned as, and what a telephone photographs. */
export const takenTypes = ["application/pdf", "image/jpeg", "image/png"] as const;

/** A name that is safe to print and to save under: the last part of a path, without control characters. */
export function fileName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").trim();
  return plain.slice(-150) || "file";
}

/** What may be a document of an agenda item: what is read, written, calculated and shown. */
export const documentTypes = [
  ...takenTypes,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "text/plain",
] as const;

/** What proves a position: a signed letter as it was scanned, photographed or written. */
export const evidenceTypes = [
  ...takenTypes,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
] as const;

import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { credentials, delegationMessages } from "@/db/schema/delegations";
import { files } from "@/db/schema/files";

/** The credentials letters of a delegation, the latest first: that one counts. */
export async function lettersOf(delegationId: string) {
  return db()
    .select({
      id: credentials.id,
      issuer: credentials.issuer,
      issuedOn: credentials.issuedOn,
      state: credentials.state,
      stateReason: credentials.stateReason,
      uploadedBy: credentials.uploadedBy,
      uploadedAt: credentials.uploadedAt,
      decidedAt: credentials.decidedAt,
      file: files.name,
      erasedAt: files.erasedAt,
    })
    .from(credentials)
    .innerJoin(files, eq(files.id, credentials.fileId))
    .where(eq(credentials.delegationId, delegationId))
    .orderBy(desc(credentials.uploadedAt), desc(credentials.id));
}

/** The messages to a delegation, the latest first. */
export async function messagesTo(delegationId: string) {
  return db()
    .select({
      id: delegationMessages.id,
      text: delegationMessages.text,
      sentBy: delegationMessages.sentBy,
      sentAt: delegationMessages.sentAt,
      readAt: delegationMessages.readAt,
    })
    .from(delegationMessages)
    .where(eq(delegationMessages.delegationId, delegationId))
    .orderBy(desc(delegationMessages.sentAt), desc(delegationMessages.id));
}

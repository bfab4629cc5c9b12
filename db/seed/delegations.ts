import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { CredentialsState } from "@/db/enums";
import { credentials, delegationMessages, delegationQuotas, delegations } from "@/db/schema/delegations";
import { files } from "@/db/schema/files";
import { known } from "./past-events";
import { before } from "./upcoming-summit";

/** Letters that have come in for the summit: of whom, signed by whom, and what became of them. */
const letters: [of: string, issuer: string, CredentialsState, reason: string][] = [
  ["se", "Minister for Foreign Affairs", "accepted", ""],
  ["in", "Minister of External Affairs", "received", ""],
  ["dsm", "Chief Executive Officer", "accepted", ""],
  [
    "fi",
    "Head of Unit",
    "rejected",
    "It must be signed by the head of state or government, or the foreign minister.",
  ],
  ["de", "Federal Minister for Foreign Affairs", "received", ""],
];

/** What the secretariat wrote: to all, and to one. */
const toAll =
  "The draft statement is with you. Comments reach us best through your focal point, in one text, by the end of next week.\n\nRooms for bilateral meetings can be asked for from Monday.";
const toSweden =
  "The head of your delegation opens the summit. Please confirm the order of names on the podium.";

/**
 * What hangs on the delegations of the summit: credentials letters in every state, messages read and unread, a quota and
 * deadlines of some delegations' own. A few delegations of the dialogue are open, and nobody is nominated for it yet.
 */
export async function seedDelegations(
  tx: Transaction,
  { summitId, dialogueId }: { summitId: string; dialogueId: string },
  organisations: Record<string, string>,
  at: Date,
) {
  const rows = await tx.select().from(delegations).where(eq(delegations.eventId, summitId));
  const of = (key: string) => rows.find((row) => row.organisationId === known(organisations, key));
  for (const [n, [key, issuer, state, reason]] of letters.entries()) {
    const delegation = of(key);
    if (!delegation) continue;
    await tx.insert(credentials).values({
      delegationId: delegation.id,
      fileId: await letterFile(tx, summitId, `Credentials: ${issuer}`, before(at, 9 - n)),
      issuer,
      issuedOn: before(at, 12).toISOString().slice(0, 10),
      state,
      stateReason: reason,
      uploadedBy: "The embassy",
      uploadedAt: before(at, 9 - n),
      decidedAt: state === "received" ? null : before(at, 5),
    });
  }
  for (const [n, row] of rows.entries()) {
    const readAt = n % 3 === 0 ? null : before(at, 3);
    const values = {
      delegationId: row.id,
      text: toAll,
      sentBy: "Ravi Deshmukh",
      sentAt: before(at, 4),
      readAt,
    };
    await tx.insert(delegationMessages).values(values);
  }
  const sweden = of("se");
  if (sweden) {
    await tx.insert(delegationQuotas).values({ delegationId: sweden.id, class: "delegate", quota: 6 });
    await tx
      .insert(delegationMessages)
      .values({ delegationId: sweden.id, text: toSweden, sentBy: "Ingrid Aalto", sentAt: before(at, 1) });
  }
  // One whose own deadline has passed before it named anybody, and one that has more time than the others.
  await tx.insert(delegations).values({
    eventId: summitId,
    organisationId: known(organisations, "ssab"),
    nominationClosesAt: before(at, 2),
    note: "Agreed by telephone to name their people early.",
    createdAt: before(at, 20),
  });
  await tx
    .update(delegations)
    .set({ nominationClosesAt: before(at, -35), note: "A new government takes office." })
    .where(
      and(eq(delegations.eventId, summitId), eq(delegations.organisationId, known(organisations, "in"))),
    );
  await tx.insert(delegations).values(
    ["se", "in", "ssab"].map((key) => ({
      eventId: dialogueId,
      organisationId: known(organisations, key),
      createdAt: before(at, 8),
    })),
  );
}

/** A letter of one line, as a PDF of a few hundred bytes. */
async function letterFile(tx: Transaction, eventId: string, line: string, createdAt: Date): Promise<string> {
  const content = smallPdf(line);
  const [row] = await tx
    .insert(files)
    .values({
      purpose: "credentials",
      eventId,
      name: "credentials.pdf",
      contentType: "application/pdf",
      size: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
      content,
      createdAt,
    })
    .returning({ id: files.id });
  if (!row) throw new Error("no file");
  return row.id;
}

function smallPdf(line: string): Buffer {
  const text = `BT /F1 14 Tf 72 720 Td (${line.replace(/[()\\]/g, "\\$&")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const starts = objects.map((object, n) => {
    const start = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const lines = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}${end}`, "latin1");
}

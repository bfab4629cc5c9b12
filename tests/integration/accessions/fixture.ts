import crypto from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { OrganisationKind } from "@/db/enums";
import { accessions } from "@/db/schema/accessions";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { people } from "@/db/schema/people";
import { apply } from "@/domain/accessions/apply";
import { applyInput } from "@/domain/accessions/input";
import { review, sendToBoard } from "@/domain/accessions/review";
import { decide } from "@/domain/board/decide";
import { addSeat } from "@/domain/board/seats";
import { organizer, stranger, user } from "../../support/actors";
import { at } from "../../support/make";

export const admin = user("admin");
export const today = "2026-03-02";

export const pdf = (name = "letter.pdf") =>
  new File([Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")], name);

type Facts = Partial<
  Record<"name" | "country" | "contactName" | "contactEmail" | "contactLocale" | "motivation", string>
> & {
  kind?: OrganisationKind;
  sectors?: string[];
};

/** What a company of a new name writes. */
export function written(facts: Facts = {}) {
  const { name = `Works ${crypto.randomUUID()}`, ...rest } = facts;
  return applyInput.parse({
    kind: "company",
    name: { en: name, sv: "" },
    formalName: { en: "", sv: "" },
    country: "",
    sectors: ["steel"],
    website: "",
    contactName: "Marta Nowak",
    contactTitle: "Head of Sustainability",
    contactEmail: `${crypto.randomUUID()}@works.example.org`,
    contactLocale: "en",
    motivation: "We want to learn.",
    ownActions: "No coal.",
    fax: "",
    ...rest,
  });
}

/** The application that was written with an address. */
export async function rowBy(contactEmail: string) {
  const [row] = await db()
    .select()
    .from(accessions)
    .where(eq(accessions.contactEmail, contactEmail))
    .orderBy(desc(accessions.receivedAt));
  if (!row) throw new Error("no application");
  return row;
}

export async function rowOf(id: string) {
  const [row] = await db().select().from(accessions).where(eq(accessions.id, id));
  if (!row) throw new Error("no application");
  return row;
}

/** An application by the public form. */
export async function applied(facts: Facts = {}, documents: File[] = []) {
  const input = written(facts);
  await apply(stranger, input, documents, at);
  return rowBy(input.contactEmail);
}

/** The mails about an application, of a template. */
export const mailsOf = (id: string, what: string) =>
  db()
    .select()
    .from(mails)
    .where(and(eq(mails.aboutId, id), eq(mails.template, `accession-${what}`)));

export const deedsOf = async (id: string) =>
  (await db().select().from(history).where(eq(history.subjectId, id)).orderBy(history.id)).map(
    (deed) => deed.action,
  );

/** Somebody who sits on the board from the beginning of 2025 on. */
export async function boardMember(name = "A Member", toOn: string | null = null) {
  const [person] = await db().insert(people).values({ name, sortName: name }).returning();
  const seat = { personId: person?.id ?? "", organisationId: null, fromOn: "2025-01-01", toOn };
  return (await addSeat(admin, seat, at)).id;
}

/** An application that lies before the board, with answers. */
export async function beforeBoard(
  facts: Facts = {},
  votes: [seat: string, answer: "approves" | "declines" | "abstains"][] = [],
) {
  const { id } = await applied(facts);
  await review(organizer, { id, revision: 1 }, at);
  await sendToBoard(organizer, { id, revision: 2, boardBy: null }, at);
  for (const [boardMemberId, answer] of votes) {
    const { revision } = await rowOf(id);
    await decide(organizer, { id, revision, boardMemberId, answer, answeredOn: today }, at);
  }
  return rowOf(id);
}

/** The same application, which the secretariat says is about an organisation of the register. */
export async function tied(row: { id: string }, organisationId: string) {
  await db().update(accessions).set({ organisationId }).where(eq(accessions.id, row.id));
  return rowOf(row.id);
}

export const approval = (row: { id: string; revision: number }, facts: object = {}) => ({
  id: row.id,
  revision: row.revision,
  approvedOn: today,
  joinedOn: "2026-06-10",
  announceBy: null,
  slug: "",
  ...facts,
});

/** What a focal point writes who applies at the desk. */
export const deskContact = {
  contactName: "Jo Lund",
  contactTitle: "",
  contactEmail: "jo@desk.example.org",
  contactLocale: "en" as const,
  motivation: "We come back.",
  ownActions: "",
};

import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailings, mailTemplates, reminders } from "@/db/schema/mailings";
import { participations } from "@/db/schema/participations";
import { participants } from "@/domain/mailings/recipients";
import { recipientsOf } from "@/domain/mailings/rules";
import { beginWording } from "@/domain/mailings/word";
import { draft } from "@/domain/outbox/draft";
import { before } from "./upcoming-summit";

/** Words of the summit's own for one mail, a bulk mail to the press that is not released, and two reminders. */
export async function seedMailings(tx: Transaction, summitId: string, at: Date) {
  await tx.insert(mailTemplates).values({
    eventId: summitId,
    template: "participation-approved",
    subject: { en: "Welcome to {event}", sv: "Välkommen till {event}" },
    body: {
      en: "Dear {name},\n\nYou have a place at the summit as {class}. Bring an identity document: badges are handed out at the entrance from one hour before the opening.\n\n{event}\n{when}\n{where}",
      sv: "Hej {name}!\n\nDu har en plats på toppmötet som {class}. Ta med legitimation: namnskyltar delas ut vid ingången från en timme före öppningen.\n\n{event}\n{when}\n{where}",
    },
    updatedAt: before(at, 25),
  });
  await tx.insert(reminders).values([
    {
      eventId: summitId,
      anchor: "nomination_deadline",
      offsetMinutes: -7 * 1_440,
      audience: "focal_points",
      subject: { en: "A week left to nominate: {event}", sv: "En vecka kvar att nominera: {event}" },
      body: {
        en: "Dear {name},\n\nThe delegation of {organisation} can be nominated and changed until {until}.",
        sv: "Hej {name}!\n\nDelegationen för {organisation} kan nomineras och ändras till {until}.",
      },
      createdAt: before(at, 25),
    },
    {
      eventId: summitId,
      anchor: "starts",
      offsetMinutes: -1_440,
      audience: "approved",
      subject: { en: "Tomorrow: {event}", sv: "I morgon: {event}" },
      body: {
        en: "Dear {name},\n\nWe look forward to seeing you tomorrow.\n\n{when}\n{where}",
        sv: "Hej {name}!\n\nVi ser fram emot att träffa dig i morgon.\n\n{when}\n{where}",
      },
      createdAt: before(at, 25),
    },
  ]);
  await seedMailToPress(tx, summitId, at);
}

async function seedMailToPress(tx: Transaction, eventId: string, at: Date) {
  const [mailing] = await tx
    .insert(mailings)
    .values({
      eventId,
      subject: { en: "For the press: {event}", sv: "Till pressen: {event}" },
      body: {
        en: "Dear {name},\n\nThe press centre opens an hour before the opening. Power and a wired network are at every desk; the statement is handed out under embargo after its adoption.",
        sv: "Hej {name}!\n\nPresscentret öppnar en timme före öppningen. Vid varje bord finns el och fast nät; uttalandet delas ut med sperrfrist när det är antaget.",
      },
      filter: { target: "participants", query: "state=approved&class=press" },
      withCalendar: 1,
      createdByName: "Ravi Deshmukh",
      createdAt: before(at, 1),
    })
    .returning();
  if (!mailing) throw new Error("no mailing");
  const press = and(
    eq(participations.eventId, eventId),
    eq(participations.class, "press"),
    eq(participations.state, "approved"),
  );
  const { recipients } = recipientsOf(await participants(tx, press));
  const drafts = recipients.map(({ address, name, locale, about }) => ({
    to: { address, name, locale },
    about,
  }));
  await draft(tx, mailing, drafts);
  await beginWording(tx, mailing, at);
}

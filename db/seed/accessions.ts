import { Temporal } from "temporal-polyfill";
import type { Transaction } from "@/db/client";
import { accessionChecked, accessionNotes, accessions, boardMembers } from "@/db/schema/accessions";
import { known } from "./past-events";
import { before } from "./upcoming-summit";

type Ids = Record<string, string>;

/** Who sits on the board, of the invented people of the summit; and one application of an invented company, in review. */
export async function seedAccessions(
  tx: Transaction,
  { people, organisations }: { people: Ids; organisations: Ids },
  at: Date,
) {
  const seats = [
    ["chair", "se"],
    ["co-chair", "in"],
    ["moderator", "wef"],
  ] as const;
  await tx.insert(boardMembers).values(
    seats.map(([person, organisation]) => ({
      personId: known(people, person),
      organisationId: known(organisations, organisation),
      fromOn: dayOf(before(at, 400)),
    })),
  );
  const [application] = await tx
    .insert(accessions)
    .values({
      source: "form",
      kind: "company",
      name: { en: "Fjällvind Metals", sv: "Fjällvind Metall" },
      formalName: { en: "Fjällvind Metals AB", sv: "Fjällvind Metall AB" },
      country: "SE",
      sectors: ["steel", "mining"],
      website: "https://fjallvind.example.org",
      contactName: "Tilda Berglund",
      contactTitle: "Head of Sustainability",
      contactEmail: "tilda.berglund@fjallvind.example.org",
      contactLocale: "sv",
      motivation:
        "We build a plant that reduces ore with hydrogen, and want to share what we learn with others who are about to.",
      ownActions:
        "No coal in our first plant from its first day.\nThe figures of its emissions public each year.",
      receivedOn: dayOf(before(at, 9)),
      receivedAt: before(at, 9),
      reviewBy: dayOf(before(at, -5)),
      reviewedAt: before(at, 7),
      revision: 2,
    })
    .returning({ id: accessions.id });
  if (!application) throw new Error("no application");
  const by = { accessionId: application.id, at: before(at, 6), byName: "Ravi Deshmukh" };
  await tx
    .insert(accessionNotes)
    .values({ ...by, text: "Spoke with the contact; the signed letter is to come." });
  await tx.insert(accessionChecked).values({ ...by, check: "contact_confirmed" });
}

/** The day of an instant where the secretariat sits. */
function dayOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO("Europe/Stockholm")
    .toPlainDate()
    .toString();
}

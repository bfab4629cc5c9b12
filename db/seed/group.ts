import type { Transaction } from "@/db/client";
import { groups } from "@/db/schema/group";

/** The group that runs the demonstration. Its contact addresses are invented. */
export async function seedGroup(tx: Transaction) {
  await tx.insert(groups).values({
    name: {
      en: "Leadership Group for Industry Transition",
      sv: "Ledarskapsgruppen för industriomställning",
    },
    acronym: "LeadIT",
    boilerplate: {
      en: "The Leadership Group for Industry Transition gathers countries and companies that want heavy industry to reach net-zero emissions by 2050. Sweden and India launched it in September 2019 with the support of the World Economic Forum.",
      sv: "Ledarskapsgruppen för industriomställning samlar länder och företag som vill att den tunga industrin når nettonollutsläpp till 2050. Sverige och Indien startade gruppen i september 2019 med stöd av World Economic Forum.",
    },
    secretariat: {
      en: "The secretariat is hosted by the Stockholm Environment Institute.",
      sv: "Sekretariatet finns vid Stockholm Environment Institute.",
    },
    pressContact: "press@secretariat.example.org",
    replyTo: "secretariat@secretariat.example.org",
    zone: "Europe/Stockholm",
    defaultLocale: "en",
  });
}

import type { Transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { users } from "@/db/schema/users";
import { known } from "./past-events";

type Account = {
  name: string;
  email: string;
  role: Role;
  of?: string;
  locale?: "en" | "sv";
};

/** Invented people, one for each role and several focal points. */
const accounts: Account[] = [
  {
    name: "Alma Lindqvist",
    email: "alma.lindqvist@secretariat.example.org",
    role: "admin",
    locale: "sv",
  },
  {
    name: "Ravi Deshmukh",
    email: "ravi.deshmukh@secretariat.example.org",
    role: "organizer",
  },
  {
    name: "Ingrid Aalto",
    email: "ingrid.aalto@secretariat.example.org",
    role: "protocol",
  },
  {
    name: "Elin Sandell",
    email: "elin.sandell@secretariat.example.org",
    role: "editor",
    locale: "sv",
  },
  {
    name: "Tomás Ferreira",
    email: "tomas.ferreira@secretariat.example.org",
    role: "door",
  },
  {
    name: "Karin Öberg",
    email: "karin.oberg@se.example.org",
    role: "focal_point",
    of: "se",
    locale: "sv",
  },
  {
    name: "Henrik Almqvist",
    email: "henrik.almqvist@se.example.org",
    role: "focal_point",
    of: "se",
  },
  {
    name: "Meera Kulkarni",
    email: "meera.kulkarni@in.example.org",
    role: "focal_point",
    of: "in",
  },
  {
    name: "Joakim Rask",
    email: "joakim.rask@ssab.example.org",
    role: "focal_point",
    of: "ssab",
    locale: "sv",
  },
];

/** The accounts of the demonstration; they may be entered without a mail, on loopback only. Returns their ids by role. */
export async function seedUsers(tx: Transaction, organisations: Record<string, string>) {
  const rows = await tx
    .insert(users)
    .values(
      accounts.map(({ of, ...account }) => ({
        ...account,
        organisationId: of ? known(organisations, of) : null,
        demonstrationOf: account.role,
      })),
    )
    .returning({ id: users.id, role: users.role, name: users.name });
  return Object.fromEntries(rows.map((row) => [row.role, { id: row.id, name: row.name }]));
}

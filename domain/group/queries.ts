import { db } from "@/db/client";
import { groups } from "@/db/schema/group";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { Refusal } from "@/lib/refusal";

/** What everyone may know of the group. */
export async function groupProfile() {
  const columns = {
    name: groups.name,
    acronym: groups.acronym,
    boilerplate: groups.boilerplate,
    secretariat: groups.secretariat,
    pressContact: groups.pressContact,
    zone: groups.zone,
    defaultLocale: groups.defaultLocale,
  };
  const [group] = await db().select(columns).from(groups);
  return group ?? unnamed;
}

/** A database that nobody has told yet whose it is. */
const unnamed = {
  name: { en: "Plenary" },
  acronym: "Plenary",
  boilerplate: {},
  secretariat: {},
  pressContact: "",
  zone: "UTC",
  defaultLocale: "en",
} satisfies Partial<typeof groups.$inferSelect>;

/** The settings as the form holds them, with the revision they are read at. */
export async function groupSettings(actor: Actor) {
  ensure(actor, "group.edit");
  const columns = {
    revision: groups.revision,
    name: groups.name,
    acronym: groups.acronym,
    boilerplate: groups.boilerplate,
    secretariat: groups.secretariat,
    pressContact: groups.pressContact,
    replyTo: groups.replyTo,
    zone: groups.zone,
    defaultLocale: groups.defaultLocale,
    logoId: groups.logoId,
  };
  const [settings] = await db().select(columns).from(groups);
  if (!settings) throw new Refusal("not_found");
  return settings;
}

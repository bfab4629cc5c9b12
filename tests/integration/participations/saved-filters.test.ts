import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { most } from "@/domain/participations/list/rules";
import { forgetFilter } from "@/domain/saved-filters/forget";
import { keepFilter } from "@/domain/saved-filters/keep";
import { ownFilters } from "@/domain/saved-filters/queries";
import { door, editor, focalPoint, stranger } from "../../support/actors";
import { at, makeEvent } from "../../support/make";
import { refused } from "../../support/refused";

let event: Awaited<ReturnType<typeof makeEvent>>;
let ravi: Actor;
let ingrid: Actor;
beforeAll(async () => {
  [ravi, ingrid] = [await account("organizer"), await account("protocol")];
});
beforeEach(async () => {
  event = await makeEvent();
});

async function account(role: "organizer" | "protocol"): Promise<Actor> {
  const [row] = await db()
    .insert(users)
    .values({ name: role, email: `${role}@example.org`, role })
    .returning({ id: users.id, name: users.name });
  if (!row) throw new Error("no account");
  return { kind: "user", ...row, role, organisationId: null };
}

const input = (name: string, query = "state=submitted") => ({ eventId: event.id, name, query });
const kept = async (actor: Actor) => (await ownFilters(actor, event.id)).map((one) => [one.name, one.query]);

describe("a saved filter", () => {
  it("is kept for oneself at one event, in the alphabet, and replaced under the same name", async () => {
    await keepFilter(ravi, input("to decide"), at);
    await keepFilter(ravi, input("Press", "class=press"), at);
    await keepFilter(ravi, input("to decide", "state=on_hold"), at);
    expect(await kept(ravi)).toEqual([
      ["Press", "class=press"],
      ["to decide", "state=on_hold"],
    ]);
    expect(await kept(ingrid)).toEqual([]);
    event = await makeEvent();
    expect(await kept(ravi)).toEqual([]);
  });

  it("is forgotten by whoever kept it, and by nobody else", async () => {
    const { id } = await keepFilter(ravi, input("mine"), at);
    await refused("not_found", () => forgetFilter(ingrid, { id }, at));
    expect(await kept(ravi)).toHaveLength(1);
    await forgetFilter(ravi, { id }, at);
    expect(await kept(ravi)).toEqual([]);
    await refused("not_found", () => forgetFilter(ravi, { id }, at));
  });

  it("goes with the account", async () => {
    const gone = await db()
      .insert(users)
      .values({ name: "Gone", email: "gone@example.org", role: "organizer" })
      .returning({ id: users.id });
    const actor: Actor = {
      kind: "user",
      id: gone[0]?.id ?? "",
      name: "Gone",
      role: "organizer",
      organisationId: null,
    };
    await keepFilter(actor, input("x"), at);
    await db().delete(users).where(eq(users.email, "gone@example.org"));
    expect(await kept(actor)).toEqual([]);
  });

  it("is one of a number that can be overlooked", async () => {
    for (let i = 0; i < most.filters; i++) await keepFilter(ravi, input(`filter ${i}`), at);
    await refused("too_many_filters", () => keepFilter(ravi, input("one more"), at));
    await keepFilter(ravi, input("filter 7", "q=x"), at);
    expect(await kept(ravi)).toHaveLength(most.filters);
  });

  it("is nothing for the door, editors, delegations and strangers", async () => {
    for (const actor of [door, editor, focalPoint, stranger]) {
      await refused("not_allowed", () => keepFilter(actor, input("x"), at));
      await refused("not_allowed", () => forgetFilter(actor, { id: crypto.randomUUID() }, at));
      expect(await ownFilters(actor, event.id)).toEqual([]);
    }
  });
});

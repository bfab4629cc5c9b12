import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { checkIns } from "@/db/schema/door";
import { statementParties } from "@/db/schema/negotiations";
import { participations } from "@/db/schema/participations";
import { register } from "@/domain/participations/register";
import { attendanceChoices } from "@/domain/statements/attendance";
import { create } from "@/domain/statements/create";
import { door, editor, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);

it("offers parties and delegations, and knows whose people were let in at the door", async () => {
  const event = await makeEvent();
  const [party, present, absent] = await Promise.all(["Party", "Present", "Absent"].map(makeOrganisation));
  const { id } = await create(
    editor,
    {
      kind: "joint_statement",
      slug: `attended-${crypto.randomUUID()}`,
      title: "On steel",
      eventId: event.id,
      authenticLocale: "en",
    },
    at,
  );
  await db()
    .insert(statementParties)
    .values({ statementId: id, organisationId: party?.id ?? "", invitedBy: "test" });
  for (const [n, organisation] of [present, absent].entries()) {
    const [delegation] = await db()
      .insert(delegations)
      .values({ eventId: event.id, organisationId: organisation?.id ?? "" })
      .returning();
    await register(stranger, registration(event.slug, n), at);
    await db()
      .update(participations)
      .set({ delegationId: delegation?.id, organisationId: organisation?.id, organisationName: "" })
      .where(eq(participations.email, `person-${n}@example.org`));
  }
  const [came] = await db()
    .select({ id: participations.id })
    .from(participations)
    .where(eq(participations.email, "person-0@example.org"));
  await db()
    .insert(checkIns)
    .values({
      nonce: crypto.randomUUID(),
      eventId: event.id,
      participationId: came?.id ?? "",
      kind: "in",
      day: "2026-06-10",
      at,
      receivedAt: at,
      byId: crypto.randomUUID(),
      byName: "test",
    });
  const choices = await attendanceChoices(organizer, { id, eventId: event.id });
  expect(choices.rows.map((one) => one.name.en).toSorted()).toEqual(["Absent", "Party", "Present"]);
  expect(choices.present).toEqual([present?.id]);
  await refused("not_allowed", () => attendanceChoices(door, { id, eventId: event.id }));
});

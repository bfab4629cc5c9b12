import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import { isPublic } from "@/domain/publication/rules";
import { isPublicAt } from "@/domain/publication/where";
import { makeOrganisation } from "../support/make";

it("the question of visibility has one answer, asked of a value or of a row", async () => {
  const organisation = await makeOrganisation();
  const [spell] = await db()
    .insert(memberships)
    .values({ organisationId: organisation.id, joinedOn: "2020-01-01" })
    .returning();
  const instant = fc.option(
    fc.integer({ min: 0, max: 4 }).map((n) => new Date(Date.UTC(2026, 0, 1, n))),
    { nil: null },
  );
  await fc.assert(
    fc.asyncProperty(
      instant,
      instant,
      fc.integer({ min: 0, max: 4 }),
      async (publicFrom, withdrawnAt, hour) => {
        const at = new Date(Date.UTC(2026, 0, 1, hour));
        await db()
          .update(memberships)
          .set({ publicFrom, withdrawnAt })
          .where(eq(memberships.id, spell?.id ?? ""));
        const rows = await db()
          .select({ id: memberships.id })
          .from(memberships)
          .where(isPublicAt(memberships, at));
        expect(rows.length === 1).toBe(isPublic({ publicFrom, withdrawnAt }, at));
      },
    ),
  );
  await db().delete(memberships);
  await db().delete(organisations);
});

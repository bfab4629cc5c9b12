import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { exportTable } from "@/app/[locale]/organize/events/[id]/participants/export/table";
import { db } from "@/db/client";
import { participationExports } from "@/db/schema/imports";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { carryOut } from "@/domain/imports/carry-out";
import { run } from "@/domain/imports/run";
import { add } from "@/domain/participations/add";
import { exportParticipations } from "@/domain/participations/export";
import { addInput } from "@/domain/participations/input";
import { csvFile } from "@/lib/csv";
import { readTable } from "@/lib/table/read";
import { xlsxFile } from "@/lib/table/write-xlsx";
import { door, editor, focalPoint, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { account, checkedImport, peopleOf, resultsOf } from "./fixture";

const all = { q: "", sort: "arrival" as const, page: 1 };
let event: Awaited<ReturnType<typeof makeEvent>>;
let organizer: Awaited<ReturnType<typeof account>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent();
  organizer = await account();
});

async function added(name: string, facts: object = {}, when = at) {
  const email = `${crypto.randomUUID()}@example.org`;
  const person = { eventId: event.id, name, email, locale: "sv", class: "delegate", ...facts };
  return add(organizer, addInput.parse(person), when);
}

const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);

describe("an export", () => {
  it("has names as they are and all else in the reader's language", async () => {
    const [works] = await db()
      .insert(organisations)
      .values({ slug: `o-${event.id}`, kind: "company", name: { en: "Steel Works", sv: "Stålverket" } })
      .returning();
    for (const name of ["McDonald", "van der Berg", "bin Salman", "Sukarno", "محمد"])
      await added(name, { organisationId: works?.id, class: "press", dietaryNeeds: "=1+1", listed: "on" });
    const rows = await exportParticipations(organizer, event.id, all, at);
    const { columns, cells } = exportTable(rows, "sv", true);
    const read = async (file: Response) => readTable(new Uint8Array(await file.arrayBuffer()));
    for (const file of [csvFile("x", columns, cells), await xlsxFile("x", columns, cells)]) {
      const table = await read(file);
      const column = (name: string) => table.rows.map((row) => row.cells[table.headers.indexOf(name)]);
      expect(column("Namn")).toEqual(["McDonald", "van der Berg", "bin Salman", "Sukarno", "محمد"]);
      expect(new Set(column("Organisation"))).toEqual(new Set(["Stålverket"]));
      expect(new Set(column("Kategori"))).toEqual(new Set(["Press"]));
      expect(new Set(column("Läge"))).toEqual(new Set(["Godkänd"]));
      expect(new Set(column("Kostbehov"))).toEqual(new Set(["=1+1"]));
      expect(new Set(column("Samtycke till listning"))).toEqual(new Set(["Ja"]));
    }
    expect(exportTable(rows, "en", true).cells[0]).toContain("Steel Works");
    expect(exportTable(rows, "en", false).columns).not.toContain("Dietary needs");
  });

  it.each(["en", "sv"] as const)(
    "comes back by an import without a mapping, and changes nothing, in %s",
    async (locale) => {
      await added("Åsa McDonald", {
        courtesyTitle: "Dr",
        familyName: "McDonald",
        level: "minister",
        listed: "on",
      });
      await added("Sukarno", { organisationName: "=Works", class: "press", accessNeeds: "Two\nlines" });
      await db()
        .update(participations)
        .set({ tags: ["VIP", "a b"] })
        .where(eq(participations.eventId, event.id));
      const before = await peopleOf(event.id);
      const rows = await exportParticipations(organizer, event.id, all, at);
      const { columns, cells } = exportTable(rows, locale, true);
      for (const file of [csvFile("x", columns, cells), await xlsxFile("x", columns, cells)]) {
        const ready = await checkedImport(organizer, event.id, await file.blob());
        expect((await resultsOf(ready.id)).map((result) => result.split(" ")[0])).toEqual(["same", "same"]);
        await run(organizer, { ...ready, mails: false }, at);
        await carryOut(organizer, ready.id, () => at);
      }
      expect(await peopleOf(event.id)).toEqual(before);
    },
  );

  it("is of what has changed since the same person's last one, a row too many rather than one too few", async () => {
    const ofLast = (actor: typeof organizer, when: Date) =>
      exportParticipations(actor, event.id, all, when, { sinceLast: true });
    await added("First");
    expect(await ofLast(organizer, hours(1))).toHaveLength(1);
    await added("Second", {}, hours(2));
    // Written behind the first export, at a time before it.
    await added("Late", {}, new Date(hours(1).getTime() - 1_000));
    const names = (await ofLast(organizer, hours(3))).map((row) => row.name);
    expect(names).toEqual(["Second", "Late"]);
    expect(await ofLast(organizer, hours(4))).toEqual([]);
    expect(await ofLast(await account(), hours(5))).toHaveLength(3);
    const kept = await db()
      .select()
      .from(participationExports)
      .where(eq(participationExports.userId, organizer.id));
    expect(kept.map(({ rows }) => rows)).toEqual([1, 2, 0]);
  });

  it("is refused to whoever may not, and then not kept", async () => {
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => exportParticipations(actor, event.id, all, at));
    const kept = await db()
      .select()
      .from(participationExports)
      .where(eq(participationExports.eventId, event.id));
    expect(kept).toEqual([]);
  });
});

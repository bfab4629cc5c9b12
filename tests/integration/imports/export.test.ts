import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { exportTable } from "@/app/[locale]/organize/events/[id]/participants/export/table";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { participationExports } from "@/db/schema/imports";
import { organisations } from "@/db/schema/organisations";
import { participations } from "@/db/schema/participations";
import { answers, questions } from "@/db/schema/questions";
import { carryOut } from "@/domain/imports/carry-out";
import { run } from "@/domain/imports/run";
import { add } from "@/domain/participations/add";
import { exportParticipations } from "@/domain/participations/export";
import { exportedAnswers } from "@/domain/participations/export-answers";
import { addInput } from "@/domain/participations/input";
import { csvFile } from "@/lib/csv";
import { readTable } from "@/lib/table/read";
import { xlsxFile } from "@/lib/table/write-xlsx";
import { door, editor, focalPoint, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { countingStatements } from "../../support/statements";
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

  it("has what each has answered, as the reader reads it, and no word of it is computed", async () => {
    const label = (en: string, sv = en) => ({ label: { en, sv } });
    const options = [{ value: "v", label: { en: "Vegan", sv: "Vegansk" } }];
    const asked: [string, Partial<typeof questions.$inferInsert>, unknown][] = [
      ["text", label("Name", "Namn"), "=HYPERLINK(A1)"],
      ["choices", { ...label("Food", "Mat"), options, audience: "needs", keptDays: 30 }, ["v"]],
      ["country", label("From", "Från"), "DE"],
      ["number", label("Guests", "Gäster"), 1.5],
      ["agreement", label("Agrees", "Godkänner"), true],
      ["file", label("Passport", "Pass"), true],
      ["text", { ...label("Taken back", "Återtagen"), removedAt: at }, "still there"],
      ["date", label("Nobody said", "Ingen sade"), undefined],
      ["text", { ...label("Never asked", "Aldrig frågat"), removedAt: at }, undefined],
    ];
    const { id } = await added("Åsa");
    await added("Silent");
    const [file] = await db()
      .insert(files)
      .values({
        purpose: "answer",
        eventId: event.id,
        name: "pass.pdf",
        contentType: "application/pdf",
        size: 1,
        sha256: "x",
        content: Buffer.from("x"),
      })
      .returning();
    for (const [position, [kind, facts, value]] of asked.entries()) {
      const [question] = await db()
        .insert(questions)
        .values({ eventId: event.id, position, kind: kind as "text", label: {}, ...facts })
        .returning();
      if (question && value !== undefined)
        await db()
          .insert(answers)
          .values({
            participationId: id,
            questionId: question.id,
            value: value as string,
            fileId: kind === "file" ? file?.id : null,
            answeredAt: at,
          });
    }
    const rows = await exportParticipations(organizer, event.id, all, at);
    const given = await exportedAnswers(organizer, event.id, rows);
    const { columns, cells } = exportTable(rows, "sv", true, given);
    const said = (row: number) =>
      columns.flatMap((name, i) => (name.startsWith("Svar: ") ? [[name.slice(6), cells[row]?.[i]]] : []));
    expect(said(0)).toEqual([
      ["Namn", "=HYPERLINK(A1)"],
      ["Mat", "Vegansk"],
      ["Från", "Tyskland"],
      ["Gäster", "1.5"],
      ["Godkänner", "Ja"],
      ["Pass", "pass.pdf"],
      ["Återtagen", "still there"],
      ["Ingen sade", ""],
    ]);
    expect(said(1).every(([, cell]) => cell === "")).toBe(true);
    expect(await csvFile("x", columns, cells).text()).toContain("'=HYPERLINK(A1)");
    const ready = await checkedImport(organizer, event.id, await csvFile("x", columns, cells).blob());
    expect(await resultsOf(ready.id)).toEqual(["same", "same"]);
    const one = await countingStatements(() => exportedAnswers(organizer, event.id, rows.slice(0, 1)));
    expect(await countingStatements(() => exportedAnswers(organizer, event.id, rows))).toBe(one);
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => exportedAnswers(actor, event.id, rows));
  });

  it("is refused to whoever may not, and then not kept", async () => {
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => exportParticipations(actor, event.id, all, at));
    await refused("not_found", () => exportParticipations(organizer, crypto.randomUUID(), all, at));
    const kept = await db()
      .select()
      .from(participationExports)
      .where(eq(participationExports.eventId, event.id));
    expect(kept).toEqual([]);
  });
});

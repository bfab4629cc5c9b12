import { eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { pressRecipients } from "@/db/schema/subscriptions";
import { add } from "@/domain/press-list/add";
import { change } from "@/domain/press-list/change";
import { recipientInput } from "@/domain/press-list/input";
import { pressList } from "@/domain/press-list/queries";
import { readFile } from "@/domain/press-list/read-file";
import { remove } from "@/domain/press-list/remove";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);
beforeEach(async () => void (await db().delete(pressRecipients)));

const somebody = (name = "Kim Berg") =>
  recipientInput.parse({
    name,
    outlet: "The Paper",
    email: `${name.toLowerCase().replaceAll(" ", ".")}@example.org`,
    locale: "en",
  });
const file = (text: string) => new File([text], "list.csv");

describe("the press list", () => {
  it("is added to and changed, with the other text where somebody else was faster", async () => {
    const { id } = await add(organizer, somebody(), at);
    await refused("recipient_known", () => add(organizer, somebody(), at));
    const other = await add(organizer, somebody("Lo Dahl"), at);
    const theirs = { ...somebody(), outlet: "The Other Paper" };
    expect(await change(organizer, { id, revision: 1, ...theirs }, at)).toEqual({ revision: 2 });
    const stale = await refused("stale", () => change(organizer, { id, revision: 1, ...somebody() }, at));
    expect(stale.attached).toEqual({ theirs: { revision: 2, ...theirs } });
    await refused("recipient_known", () =>
      change(organizer, { id: other.id, revision: 1, ...somebody() }, at),
    );
    await refused("not_found", () =>
      change(organizer, { id: crypto.randomUUID(), revision: 1, ...theirs }, at),
    );
    expect((await pressList(organizer)).map((row) => row.name)).toEqual(["Kim Berg", "Lo Dahl"]);
  });

  it("forgets who is removed, and its history never knew", async () => {
    const { id } = await add(organizer, somebody(), at);
    await refused("stale", () => remove(organizer, { id, revision: 2 }, at));
    await remove(organizer, { id, revision: 1 }, at);
    await refused("not_found", () => remove(organizer, { id, revision: 2 }, at));
    expect(await pressList(organizer)).toEqual([]);
    const [row] = await db().select().from(pressRecipients).where(eq(pressRecipients.id, id));
    expect(row).toMatchObject({ name: "", outlet: "", email: "" });
    const deeds = await db()
      .select()
      .from(history)
      .where(inArray(history.subjectId, [id]));
    expect(deeds).toHaveLength(2);
    expect(JSON.stringify(deeds)).not.toMatch(/kim|berg|paper/i);
    await add(organizer, somebody(), at);
  });

  it("is read from a file: the known are changed, nobody is removed, and rows that are nobody are named", async () => {
    await add(organizer, somebody(), at);
    const text = [
      "Namn;Medium;E-post;Språk",
      "Kim Berg;Nya Tidningen;Kim.Berg@example.org;svenska",
      "Lo Dahl;;lo@example.org;",
      ";Ingen;ingen@example.org;sv",
      "Mo Ek;Radio;mo at example;sv",
      "www.evil.example/x;Radio;no@example.org;sv",
    ].join("\r\n");
    expect(await readFile(organizer, file(text), at)).toEqual({ added: 1, changed: 1, left: [4, 5, 6] });
    expect(await readFile(organizer, file(text), at)).toEqual({ added: 0, changed: 0, left: [4, 5, 6] });
    expect((await pressList(organizer)).map(({ name, outlet, locale }) => [name, outlet, locale])).toEqual([
      ["Kim Berg", "Nya Tidningen", "sv"],
      ["Lo Dahl", "", "en"],
    ]);
    await refused("press_list_columns", () => readFile(organizer, file("a,b\r\n1,2"), at));
    await refused("file_missing", () => readFile(organizer, undefined, at));
  });

  it("is the organizers' alone", async () => {
    const { id } = await add(organizer, somebody(), at);
    for (const actor of [editor, protocol, door, focalPoint, stranger]) {
      await refused("not_allowed", () => add(actor, somebody("No One"), at));
      await refused("not_allowed", () => change(actor, { id, revision: 1, ...somebody() }, at));
      await refused("not_allowed", () => remove(actor, { id, revision: 1 }, at));
      await refused("not_allowed", () => readFile(actor, file("name,email"), at));
      await refused("not_allowed", () => pressList(actor));
    }
  });
});

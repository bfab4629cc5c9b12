import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { memberships, organisations } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import { create } from "@/domain/announcements/create";
import { draftFactBox } from "@/domain/announcements/fact-box";
import { publicAnnouncement } from "@/domain/announcements/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { storedBody } from "@/domain/announcements/text/input";
import { linesOf, plainText } from "@/domain/announcements/text/rules";
import { save } from "@/domain/boilerplates/save";
import { door, editor, focalPoint, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, hiddenSpell, piece, published, rowsOf } from "./fixture";

beforeAll(makeGroup);

/** A country that is publicly a member since a day. */
async function member(name: string, country: string, joinedOn: string) {
  const [row] = await db()
    .insert(organisations)
    .values({ slug: `c-${country.toLowerCase()}`, kind: "country", name: { en: name }, country })
    .returning();
  if (!row) throw new Error("no country");
  const publicFrom = new Date(`${joinedOn}T00:00:00Z`);
  await db().insert(memberships).values({ organisationId: row.id, joinedOn, publicFrom });
  return row;
}

test("the text of April 2021 still shows April's members after Japan joined", async () => {
  await member("Freedonia", "FI", "2019-09-23");
  await member("Ruritania", "IS", "2021-04-20");
  const { id } = await create(editor, piece({ title: "Welcome" }), at);
  const box = await draftFactBox(editor, { id, asOf: "2021-04-22", locale: "en" }, at);
  expect(linesOf(box)).toEqual(["Members as of 22 April 2021", "2 countries", "Freedonia, Ruritania"]);
  await saveEdition(
    editor,
    { ...(await edition(id, "en", "Welcome")), body: { type: "doc", content: [box] } },
    at,
  );
  await published(id, ["en"]);
  await member("Japan", "JP", "2022-06-01");
  const read = await publicAnnouncement((await rowsOf(id)).row.slug, "en", at);
  expect(read && plainText(read.body)).toBe("Members as of 22 April 2021\n2 countries\nFreedonia, Ruritania");
  expect(linesOf(await draftFactBox(editor, { id, asOf: "2022-06-02", locale: "en" }, at))).toEqual([
    "Members as of 2 June 2022",
    "3 countries",
    "Freedonia, Japan, Ruritania",
  ]);
  for (const actor of [door, focalPoint, stranger])
    await refused("not_allowed", () => draftFactBox(actor, { id, asOf: "2022-06-02", locale: "en" }, at));
});

describe("a draft from a spell", () => {
  test("says where and when, who holds office there, who the members are, and ends with the boilerplate", async () => {
    const event = await makeEvent({ city: { en: "Gothenburg", sv: "Göteborg" } });
    const spell = await hiddenSpell("Southwind Works");
    const [person] = await db()
      .insert(people)
      .values({ name: "Ida Norén", sortName: "Norén Ida", courtesyTitle: "Dr" })
      .returning();
    const [office] = await db()
      .insert(offices)
      .values({ title: { en: "Chief Executive", sv: "vd" }, organisationId: spell.organisationId })
      .returning();
    if (!person || !office) throw new Error("nobody");
    const held = { personId: person.id, officeId: office.id };
    await db()
      .insert(appointments)
      .values([
        { ...held, fromOn: "2020-01-01", toOn: "2025-01-01" },
        { ...held, fromOn: "2026-01-01" },
      ]);
    const text = { en: "The group is a group.", sv: "Gruppen är en grupp." };
    const about = await save(editor, { id: null, revision: 0, name: "About", heading: {}, text }, at);
    const facts = { kind: "new_member" as const, title: "", slug: "", eventId: event.id };
    const { id } = await create(editor, piece({ ...facts, membershipIds: [spell.id] }), at);
    const { latest } = await rowsOf(id);
    const [en, sv] = [latest("en"), latest("sv")];
    expect(en?.dateline).toBe("Gothenburg, 10 March 2026");
    expect(sv?.dateline).toBe("Göteborg, 10 mars 2026");
    expect(plainText(storedBody(en?.body))).toContain("For Southwind Works: Dr Ida Norén, Chief Executive.");
    expect(plainText(storedBody(sv?.body))).toContain("För Southwind Works: Dr Ida Norén, vd.");
    for (const row of [en, sv]) {
      const blocks = storedBody(row?.body).content;
      expect(blocks.at(-2)).toMatchObject({ type: "factBox", attrs: { asOf: "2026-03-10" } });
      expect(blocks.at(-1)).toMatchObject({
        type: "boilerplate",
        attrs: { boilerplateId: about.id, version: 1 },
      });
    }
    const source = storedBody(en?.body).content.map((one) => one.attrs?.id);
    expect(storedBody(sv?.body).content.map((one) => one.attrs?.of)).toEqual(source);
    expect(Object.keys(sv?.translatedFrom ?? {})).toEqual(
      expect.arrayContaining(["title", "lead", ...source]),
    );
  });
});

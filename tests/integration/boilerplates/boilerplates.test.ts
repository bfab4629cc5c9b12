import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { boilerplates, boilerplateVersions } from "@/db/schema/announcement-publishing";
import { publicAnnouncement } from "@/domain/announcements/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { boilerplateChoices, boilerplateWithVersions } from "@/domain/boilerplates/queries";
import { remove } from "@/domain/boilerplates/remove";
import { save } from "@/domain/boilerplates/save";
import { door, editor, focalPoint, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, published, rowsOf, written } from "../announcements/fixture";
import { deedsOf } from "../members/fixture";

beforeAll(makeGroup);

const said = (words: string, from: { id: string | null; revision: number } = { id: null, revision: 0 }) => ({
  ...from,
  name: "About",
  heading: { en: "About the group" },
  text: { en: words },
});

describe("a text that is used again", () => {
  test("has versions that cannot be changed, and what holds one keeps it", async () => {
    const first = await save(editor, said("Thirty members."), at);
    const id = await written({}, ["en"]);
    const attrs = { boilerplateId: first.id, version: 1 };
    await saveEdition(
      editor,
      {
        ...(await edition(id, "en", "Words")),
        body: { type: "doc", content: [{ type: "boilerplate", attrs }] },
      },
      at,
    );
    await published(id, ["en"]);
    expect(await save(editor, said("Forty members.", first), at)).toEqual({ id: first.id, revision: 2 });
    const read = await publicAnnouncement((await rowsOf(id)).row.slug, "en", at);
    expect(read?.shown.boilerplates).toMatchObject([{ number: 1, text: { en: "Thirty members." } }]);
    expect(await boilerplateChoices(editor)).toMatchObject([{ number: 2, text: { en: "Forty members." } }]);
    const { versions } = await boilerplateWithVersions(editor, first.id);
    expect(versions.map((one) => one.number)).toEqual([2, 1]);
    expect(await deedsOf(first.id)).toHaveLength(2);
    const change = db()
      .update(boilerplateVersions)
      .set({ text: { en: "Other words" } })
      .where(eq(boilerplateVersions.boilerplateId, first.id));
    await expect(change).rejects.toThrow();
    await remove(editor, { id: first.id }, at);
    expect(await boilerplateChoices(editor)).toEqual([]);
    expect(
      (await publicAnnouncement((await rowsOf(id)).row.slug, "en", at))?.shown.boilerplates,
    ).toHaveLength(1);
  });

  test("saved twice the same is one version", async () => {
    const first = await save(editor, said("Words."), at);
    expect(await save(editor, said("Words.", first), at)).toEqual(first);
  });

  test("is refused on an older version with both texts, once it is removed, of what is not there, to others", async () => {
    const first = await save(editor, said("Words."), at);
    await save(editor, said("Theirs.", first), at);
    const { attached } = await refused("stale", () => save(editor, said("Mine.", first), at));
    expect(attached).toMatchObject({ theirs: { revision: 2, text: { en: "Theirs." } } });
    const second = { id: first.id, revision: 2 };
    for (const actor of [door, focalPoint, stranger]) {
      await refused("not_allowed", () => save(actor, said("Mine.", second), at));
      await refused("not_allowed", () => save(actor, said("Mine."), at));
      await refused("not_allowed", () => remove(actor, { id: first.id }, at));
    }
    await refused("not_found", () => save(editor, said("Mine.", { ...second, id: crypto.randomUUID() }), at));
    await remove(editor, { id: first.id }, at);
    await refused("boilerplate_removed", () => save(editor, said("Mine.", second), at));
    await refused("boilerplate_removed", () => remove(editor, { id: first.id }, at));
    expect(await db().select().from(boilerplates)).toHaveLength(3);
  });

  test("written at the same moment by two has one next version", async () => {
    const first = await save(editor, said("Words."), at);
    const answers = await Promise.allSettled(
      ["a", "b", "c"].map((words) => save(editor, said(words, first), at)),
    );
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const rows = await db()
      .select()
      .from(boilerplateVersions)
      .where(eq(boilerplateVersions.boilerplateId, first.id));
    expect(rows).toHaveLength(2);
  });
});

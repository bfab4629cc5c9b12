import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import type { UnpublishReason } from "@/db/enums";
import { mails } from "@/db/schema/mails";
import { statements } from "@/db/schema/statements";
import { record } from "@/domain/positions/record";
import { create } from "@/domain/statements/create";
import { edit } from "@/domain/statements/edit";
import { publish } from "@/domain/statements/publish";
import { publicStatement, publicStatements } from "@/domain/statements/queries";
import { addressAfterwards, publicEditions, readableStatement } from "@/domain/statements/readable";
import { withdraw } from "@/domain/statements/withdraw";
import { editor, organizer } from "../../support/actors";
import { makeAdopted, makeMember, makePublic, makeStatement, write } from "../../support/adopted";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);

const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const now = { publicFrom: null, zone: "Europe/Stockholm" };
const takeBack = (
  statement: { id: string; publicationId: string },
  kind: UnpublishReason,
  leadsToId: string | null = null,
  when = later(5),
) => withdraw(organizer, { ...statement, reason: "Because.", kind, leadsToId }, when);

async function chairs() {
  const statement = await makeStatement("chairs_summary", "The chair's summary");
  const publishing = { id: statement.id, locale: "en" as const, ...now };
  const { id: publicationId } = await publish(
    organizer,
    { ...publishing, revisionId: statement.revisionId },
    at,
  );
  return { ...statement, publicationId, publishing };
}

describe("a further edition", () => {
  it("of a major change says which, is dated anew, and tells those who endorse; a minor one does neither", async () => {
    const { id, slug, publishing } = await chairs();
    const second = await write(id, ["We agree.", "We meet in May."], "en", "The chair's summary");
    const next = { ...publishing, revisionId: second };
    await refused("change_note_missing", () => publish(organizer, next, later(10)));
    await publish(organizer, { ...next, changeNote: "A comma.", major: false }, later(10));
    const dates = async () => {
      const one = (await publicStatements(later(60))).find((text) => text.id === id);
      return [one?.publicFrom, one?.updatedAt];
    };
    expect(await dates()).toEqual([at, at]);
    const third = await write(id, ["We agree.", "We meet in June."], "en", "The chair's summary");
    await publish(
      organizer,
      { ...next, revisionId: third, changeNote: "The month.", major: true },
      later(20),
    );
    expect(await dates()).toEqual([at, later(20)]);
    const editions = await publicEditions(id, "en", later(60));
    expect(editions.map((one) => [one.edition, one.changeNote])).toEqual([
      [1, ""],
      [2, "A comma."],
      [3, "The month."],
    ]);
    expect((await publicStatement(slug, "en", later(15)))?.revisionId).toBe(second);
    expect(await publicEditions(id, "en", later(15))).toHaveLength(2);
  });

  it("of a translation is told to the focal points of those who endorse", async () => {
    const { id } = await makePublic();
    const { organisation, email } = await makeMember("Told Works", "sv");
    await record(
      organizer,
      {
        id,
        organisationId: organisation.id,
        kind: "endorses",
        givenOn: "2026-03-01",
        authority: "",
        text: "",
        paragraphIds: [],
        replaces: null,
      },
      undefined,
      at,
    );
    const first = await write(id, ["Vi är överens.", "Vi möts igen."], "sv");
    await publish(organizer, { id, locale: "sv", revisionId: first, ...now }, at);
    const second = await write(id, ["Vi är eniga.", "Vi möts igen."], "sv");
    const input = { id, locale: "sv" as const, revisionId: second, ...now, changeNote: "Ett ord." };
    await publish(organizer, input, later(5));
    const told = await db().select().from(mails).where(eq(mails.template, "statement-changed"));
    expect(told.map((one) => [one.toAddress, one.locale])).toEqual([[email, "sv"]]);
    expect(told[0]?.text).toContain("Ett ord.");
  });
});

describe("taking back", () => {
  it("in error: gone for good", async () => {
    const statement = await makePublic();
    await takeBack(statement, "error");
    expect(await readableStatement(statement.slug, "en", later(6))).toBeUndefined();
    expect(await addressAfterwards(statement.slug, later(6))).toBe("gone");
    expect(await publicEditions(statement.id, "en", later(6))).toEqual([]);
  });

  it("too early: as if it never was, and it comes back at the same address", async () => {
    const statement = await makePublic();
    const { id, slug, revisionId } = statement;
    await takeBack(statement, "too_early");
    expect(await readableStatement(slug, "en", later(6))).toBeUndefined();
    expect(await addressAfterwards(slug, later(6))).toBeUndefined();
    await publish(organizer, { id, locale: "en", revisionId, ...now }, later(30));
    expect((await publicStatement(slug, "en", later(30)))?.id).toBe(id);
    const one = (await publicStatements(later(31))).find((text) => text.id === id);
    expect([one?.publicFrom, one?.updatedAt]).toEqual([later(30), later(30)]);
  });

  it("merged: leads to a public statement, through as many as there are, never in a circle", async () => {
    const [a, b, c] = [await makePublic(), await makePublic(), await makePublic()];
    const hidden = await makeAdopted();
    await refused("leads_nowhere", () => takeBack(a, "merged", hidden.id));
    await refused("leads_in_a_circle", () => takeBack(a, "merged", a.id));
    await takeBack(a, "merged", b.id);
    expect(await addressAfterwards(a.slug, later(6))).toEqual({ slug: b.slug });
    await refused("leads_nowhere", () => takeBack(b, "merged", a.id));
    await takeBack(b, "merged", c.id);
    expect(await addressAfterwards(a.slug, later(6))).toEqual({ slug: c.slug });
    const both = [await makePublic(), await makePublic()] as const;
    const race = await Promise.allSettled([
      takeBack(both[0], "merged", both[1].id),
      takeBack(both[1], "merged", both[0].id),
    ]);
    expect(race.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  it("withdrawn: readable with its notice, and on no list", async () => {
    const statement = await makePublic();
    const { id, slug } = statement;
    await takeBack(statement, "withdrawn");
    expect(await publicStatement(slug, "en", later(6))).toBeUndefined();
    expect((await publicStatements(later(6))).some((one) => one.id === id)).toBe(false);
    expect(await readableStatement(slug, "en", later(6))).toMatchObject({
      id,
      withdrawnAt: later(5),
      withdrawalReason: "Because.",
    });
    expect((await readableStatement(slug, "en", later(4)))?.withdrawnAt).toBeNull();
    expect(await publicEditions(id, "en", later(6))).toHaveLength(1);
  });

  it("leaves nothing of what was never public", async () => {
    const { id, slug, revisionId } = await makeAdopted();
    const { id: publicationId } = await publish(
      organizer,
      { id, locale: "en", revisionId, publicFrom: "2026-03-02T12:00", zone: "Europe/Stockholm" },
      at,
    );
    await takeBack({ id, publicationId }, "withdrawn");
    for (const when of [later(6), later(600)]) {
      expect(await readableStatement(slug, "en", when)).toBeUndefined();
      expect(await addressAfterwards(slug, when)).toBeUndefined();
    }
  });
});

describe("an address", () => {
  const facts = (id: string, slug: string, revision: number) => ({
    id,
    slug,
    revision,
    kind: "joint_statement" as const,
    eventId: null,
  });

  it("that was public leads to the present one for good, and is nobody else's", async () => {
    const { id, slug } = await makePublic();
    const [second, third] = [`${slug}-b`, `${slug}-c`];
    await edit(editor, facts(id, second, 1), later(1));
    await edit(editor, facts(id, third, 2), later(2));
    for (const old of [slug, second]) expect(await addressAfterwards(old, later(3))).toEqual({ slug: third });
    const other = await makeStatement();
    await refused("slug_taken", () => edit(editor, facts(other.id, slug, 1), later(3)));
    await refused("slug_taken", () =>
      create(
        editor,
        { kind: "joint_statement", slug, title: "x", eventId: null, authenticLocale: "en" },
        later(3),
      ),
    );
    await edit(editor, facts(id, slug, 3), later(4));
    expect(await publicStatement(slug, "en", later(5))).toBeDefined();
    expect(await addressAfterwards(third, later(5))).toEqual({ slug });
  });

  it("of what is not public leads nowhere, whatever it was called", async () => {
    const { id, slug, revisionId } = await makeAdopted();
    await edit(editor, facts(id, `${slug}-new`, 1), at);
    const embargo = { publicFrom: "2026-03-02T12:00", zone: "Europe/Stockholm" };
    await publish(organizer, { id, locale: "en", revisionId, ...embargo }, at);
    expect(await addressAfterwards(slug, later(5))).toBeUndefined();
    const [row] = await db().select().from(statements).where(eq(statements.id, id));
    expect(row?.slug).toBe(`${slug}-new`);
  });
});

import crypto from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { announcementRevisions, announcements } from "@/db/schema/announcements";
import { memberships } from "@/db/schema/organisations";
import { create } from "@/domain/announcements/create";
import { edit } from "@/domain/announcements/edit";
import { listAnnouncements } from "@/domain/announcements/organizer-queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { plainText, type RichBody } from "@/domain/announcements/text/rules";
import { withdraw } from "@/domain/announcements/withdraw";
import { violation } from "@/lib/refusal";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { deedsOf } from "../members/fixture";
import { edition, hiddenSpell, lifts, piece, published, rowsOf, written } from "./fixture";

beforeAll(makeGroup);

/** Nothing of an announcement was written either. */
async function refusedWhole(code: string, deed: () => Promise<unknown>) {
  const all = async () =>
    Promise.all([
      db().select().from(announcements),
      db().select().from(announcementRevisions),
      db().select().from(memberships),
    ]);
  const before = await all();
  const refusal = await refused(code, deed);
  expect(await all()).toEqual(before);
  return refusal;
}

describe("beginning", () => {
  test("with a title begins one language", async () => {
    const { id } = await create(editor, piece({ title: "Nytt", locale: "sv" }), at);
    const { row, revisions } = await rowsOf(id);
    expect(row).toMatchObject({ kind: "press_release", revision: 1, tags: [] });
    expect(revisions).toMatchObject([
      { locale: "sv", number: 1, title: "Nytt", lead: "", savedByName: editor.name },
    ]);
    expect(await deedsOf(id)).toMatchObject([{ action: "announcement.create" }]);
  });

  test("makes its address of the title", async () => {
    const { id } = await create(editor, piece({ title: "Åtta nya länder!", slug: "" }), at);
    expect((await rowsOf(id)).row.slug).toBe("atta-nya-lander");
  });

  test("about a spell drafts every language from what is known", async () => {
    const spell = await hiddenSpell("Norrsken Aluminium");
    const { id } = await create(
      editor,
      piece({ kind: "new_member", title: "", slug: "", membershipIds: [spell.id] }),
      at,
    );
    const { row, revisions, latest } = await rowsOf(id);
    expect(row.slug).toBe("norrsken-aluminium-joins-the-group");
    expect(latest("en")).toMatchObject({
      title: "Norrsken Aluminium joins the group",
      lead: "Norrsken Aluminium becomes the 1st company in the group.",
      translationOfId: null,
    });
    expect(latest("sv")).toMatchObject({
      title: "Norrsken Aluminium ansluter sig till gruppen",
      lead: "Norrsken Aluminium blir det 1:a företaget i gruppen.",
      translationOfId: latest("en")?.id,
    });
    expect(plainText(revisions[0]?.body as RichBody)).toBe(
      [
        "Norrsken Aluminium is a member as of 10 March 2026.",
        "As of 10 March 2026 the group has 0 countries and 1 company.",
        "Members as of 10 March 2026",
        "1 company",
        "Norrsken Aluminium",
      ].join("\n"),
    );
  });

  test("counts in its draft no member who is to be announced elsewhere", async () => {
    const [spell] = [await hiddenSpell("First Works"), await hiddenSpell("Second Works")];
    const { id } = await create(
      editor,
      piece({ kind: "new_member", title: "", membershipIds: [spell.id] }),
      at,
    );
    expect((await rowsOf(id)).latest("en")?.lead).toBe("First Works becomes the 1st company in the group.");
  });

  test("is refused to whoever may not", async () => {
    for (const actor of [door, focalPoint, stranger]) {
      await refusedWhole("not_allowed", () => create(actor, piece(), at));
    }
  });

  test("is refused with an address that is taken, an event or a spell that is not there", async () => {
    const input = piece();
    await create(editor, input, at);
    await refusedWhole("slug_taken", () => create(editor, input, at));
    await refusedWhole("slug_needed", () => create(editor, piece({ slug: "", title: "日本" }), at));
    await refusedWhole("no_such_event", () => create(editor, piece({ eventId: crypto.randomUUID() }), at));
    const foreign = piece({ kind: "new_member", membershipIds: [crypto.randomUUID()] });
    await refusedWhole("no_such_membership", () => create(editor, foreign, at));
    const gone = await hiddenSpell("Gone Works", { withdrawnAt: at });
    await refusedWhole("no_such_membership", () =>
      create(editor, piece({ kind: "new_member", membershipIds: [gone.id] }), at),
    );
  });
});

describe("saving a language", () => {
  test("adds a revision and touches none before it", async () => {
    const id = await written({}, ["en"]);
    const { revisions } = await rowsOf(id);
    const { number } = await saveEdition(editor, await edition(id, "en", "Other words"), at);
    expect(number).toBe(3);
    const after = await rowsOf(id);
    expect(after.revisions.slice(0, 2)).toEqual(revisions);
    expect(after.latest("en")).toMatchObject({ title: "Other words", basedOnId: revisions[1]?.id });
  });

  test("twice the same is once", async () => {
    const id = await written({}, ["en"]);
    await saveEdition(editor, await edition(id, "en", "Words"), at);
    expect((await rowsOf(id)).revisions).toHaveLength(2);
  });

  test("of a translation remembers the original it was made of", async () => {
    const id = await written();
    const { latest } = await rowsOf(id);
    expect(latest("sv")?.translationOfId).toBe(latest("en")?.id);
    await refusedWhole("no_source", async () => {
      const text = await edition(id, "sv", "Andra ord");
      return saveEdition(editor, { ...text, translationOf: crypto.randomUUID() }, at);
    });
  });

  test("on what somebody else changed meanwhile is refused with both texts", async () => {
    const id = await written({}, ["en"]);
    const mine = await edition(id, "en", "Mine");
    await saveEdition(organizer, await edition(id, "en", "Theirs"), at);
    const { attached } = await refusedWhole("stale", () => saveEdition(editor, mine, at));
    expect(attached).toMatchObject({ theirs: { title: "Theirs", number: 3 } });
  });

  test("at the same moment lets one win", async () => {
    const id = await written({}, ["en"]);
    const texts = await Promise.all(["a", "b", "c", "d"].map((words) => edition(id, "en", words)));
    const answers = await Promise.allSettled(texts.map((text) => saveEdition(editor, text, at)));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect((await rowsOf(id)).revisions).toHaveLength(3);
  });

  test("is refused to whoever may not, and of what is not there", async () => {
    const id = await written({}, ["en"]);
    const text = await edition(id, "en", "Others");
    for (const actor of [door, focalPoint, stranger]) {
      await refusedWhole("not_allowed", () => saveEdition(actor, text, at));
    }
    await refusedWhole("not_found", () => saveEdition(editor, { ...text, id: crypto.randomUUID() }, at));
  });

  test("cannot be undone in the database", async () => {
    const id = await written({}, ["en"]);
    const change = db()
      .update(announcementRevisions)
      .set({ title: "x" })
      .where(eq(announcementRevisions.announcementId, id));
    const error = await change.then(
      () => undefined,
      (thrown) => thrown,
    );
    expect(violation(error)?.state).toBe("23001");
  });
});

const facts = async (id: string, change: object = {}) => {
  const { row } = await rowsOf(id);
  const { kind, slug, eventId, tags, revision } = row;
  return { id, kind, slug, eventId, tags, revision, membershipIds: [], ...change };
};

describe("changing what it is", () => {
  test("keeps what changed by name", async () => {
    const id = await written();
    const event = await makeEvent();
    await edit(editor, await facts(id, { tags: ["Steel"], eventId: event.id }), at);
    expect((await rowsOf(id)).row).toMatchObject({ tags: ["Steel"], eventId: event.id, revision: 2 });
    expect((await deedsOf(id)).at(-1)).toMatchObject({ details: { changed: ["eventId", "tags"] } });
  });

  test("nothing changes nothing", async () => {
    const id = await written();
    await edit(editor, await facts(id), at);
    expect((await rowsOf(id)).row.revision).toBe(1);
  });

  test("is refused on an older revision, with theirs", async () => {
    const id = await written();
    const mine = await facts(id, { tags: ["mine"] });
    await edit(organizer, await facts(id, { tags: ["theirs"] }), at);
    const { attached } = await refusedWhole("stale", () => edit(editor, mine, at));
    expect(attached).toMatchObject({ theirs: { tags: "theirs", revision: 2, membershipIds: [] } });
  });

  test("may not widen what an embargo will make public", async () => {
    const [spell, other] = [await hiddenSpell(), await hiddenSpell()];
    const id = await written({ kind: "new_member", membershipIds: [spell.id] });
    await published(id, ["en"], lifts.local);
    const wider = await facts(id, { membershipIds: [spell.id, other.id] });
    await refusedWhole("spells_fixed", () => edit(editor, wider, at));
    await refusedWhole("spells_fixed", () =>
      edit(organizer, { ...wider, membershipIds: [spell.id], kind: "article" }, at),
    );
    const [publication] = (await rowsOf(id)).publications;
    await withdraw(organizer, { id, publicationId: publication?.id ?? "", reason: "Not yet." }, at);
    await edit(editor, wider, at);
  });

  test("leaves the address of what was public", async () => {
    const id = await written();
    await edit(editor, await facts(id, { slug: `s-${crypto.randomUUID()}` }), at);
    await published(id);
    await refusedWhole("slug_fixed", async () => edit(editor, await facts(id, { slug: "elsewhere" }), at));
  });

  test("is refused by the database and to whoever may not", async () => {
    const [id, other] = [await written(), await written()];
    const { slug } = (await rowsOf(other)).row;
    await refusedWhole("slug_taken", async () => edit(editor, await facts(id, { slug }), at));
    await refusedWhole("no_such_event", async () =>
      edit(editor, await facts(id, { eventId: crypto.randomUUID() }), at),
    );
    for (const actor of [door, focalPoint, stranger]) {
      await refusedWhole("not_allowed", async () => edit(actor, await facts(id, { tags: ["x"] }), at));
    }
  });
});

test("the list finds by any language's title and is closed to others", async () => {
  const id = await written();
  await saveEdition(editor, await edition(id, "sv", "Alldeles särskilda ord"), at);
  const filter = { q: "särskilda", sort: "-created" as const, page: 1 };
  expect(await listAnnouncements(editor, filter, "en")).toMatchObject({
    total: 1,
    rows: [{ id, languages: ["en", "sv"] }],
  });
  expect((await listAnnouncements(editor, { ...filter, q: "%_\\" }, "en")).total).toBe(0);
  await refused("not_allowed", () => listAnnouncements(door, filter, "en"));
});

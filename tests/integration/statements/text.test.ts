import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { statementParties } from "@/db/schema/negotiations";
import { procedures } from "@/db/schema/procedures";
import { adoptions, statementRevisions } from "@/db/schema/statements";
import { adopt } from "@/domain/statements/adopt";
import { citedBy, searchAgreed } from "@/domain/statements/agreed/queries";
import { bracketCounts, holderChoices } from "@/domain/statements/brackets/queries";
import { create } from "@/domain/statements/create";
import { edit } from "@/domain/statements/edit";
import { type TextInput, textInput } from "@/domain/statements/input";
import { lockedBy } from "@/domain/statements/locked";
import { statementForOrganizer } from "@/domain/statements/organizer-queries";
import { publish } from "@/domain/statements/publish";
import { reviewTranslation } from "@/domain/statements/review-translation";
import { save } from "@/domain/statements/save";
import { settle } from "@/domain/statements/settle";
import { translationsOf } from "@/domain/statements/translation/queries";
import { door, editor, focalPoint, organizer, protocol, stranger, user } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);
let made = 0;

type Paragraph = TextInput["paragraphs"][number];
const text = (words: string, id = "", more: Partial<Paragraph> = {}): Paragraph => ({
  id,
  kind: "operative",
  text: words,
  ...more,
});

async function begin() {
  const slug = `text-${++made}`;
  return create(
    editor,
    { kind: "joint_statement", slug, title: "On steel", eventId: null, authenticLocale: "en" },
    at,
  );
}

async function heads(id: string, locale: "en" | "sv" = "en") {
  const rows = await db().select().from(statementRevisions).where(eq(statementRevisions.statementId, id));
  return rows.filter((row) => row.locale === locale).toSorted((a, b) => b.number - a.number);
}

async function input(id: string, paragraphs: Paragraph[], more: Partial<TextInput> = {}): Promise<TextInput> {
  const [base] = await heads(id, more.locale);
  const [source] = await heads(id);
  const translationOf = more.locale === "sv" ? (source?.id ?? null) : null;
  return {
    id,
    locale: "en",
    basedOn: base?.id ?? null,
    translationOf,
    title: "On steel",
    note: "",
    paragraphs,
    ...more,
  };
}

const write = async (id: string, paragraphs: Paragraph[], more: Partial<TextInput> = {}, actor = editor) =>
  save(actor, await input(id, paragraphs, more), at);

/** A statement with the paragraphs, and their ids. */
async function begun(...words: string[]) {
  const { id } = await begin();
  const { id: revisionId, paragraphs } = await write(
    id,
    words.map((one) => text(one)),
  );
  return { id, revisionId, ids: paragraphs.map((paragraph) => paragraph.id) };
}

async function adoptIt(id: string) {
  const [latest] = await heads(id);
  const record = { method: "consensus" as const, adoptedAt: "2026-03-01T12:00", zone: "Europe/Stockholm" };
  return adopt(
    organizer,
    { id, revisionId: latest?.id ?? "", ...record, agendaItemId: null, chairId: null },
    at,
  );
}

const words = async (id: string, locale: "en" | "sv" = "en") =>
  (await heads(id, locale))[0]?.paragraphs.map((paragraph) => paragraph.text);

describe("a late save", () => {
  it("is merged where both touched different things, and says with whom", async () => {
    const { id, revisionId, ids } = await begun("One.", "Two.", "Three.");
    const [a, b, c] = ids;
    const late = await input(id, [text("One, mine.", a), text("Two.", b), text("Three.", c), text("Mine.")]);
    await write(id, [text("Theirs."), text("One.", a), text("Three, theirs.", c)], {}, user("editor"));
    const saved = await save(editor, late, at);
    expect(saved.mergedWith).toEqual({ number: 3, name: "A test editor" });
    expect(await words(id)).toEqual(["Theirs.", "One, mine.", "Three, theirs.", "Mine."]);
    const [latest, theirs] = await heads(id);
    expect(latest?.basedOnId).toBe(theirs?.id);
    expect(theirs?.basedOnId).toBe(revisionId);
  });

  it("is refused with what could be merged, and new paragraphs have no id in it", async () => {
    const { id, ids } = await begun("One.", "Two.");
    const [a, b] = ids;
    const late = await input(id, [text("Mine.", a), text("Two.", b), text("New.", "", { splitFrom: b })]);
    await write(id, [text("Theirs.", a), text("Two, theirs.", b)]);
    const error = await refused("stale", () => save(editor, late, at));
    expect(error.attached).toMatchObject({
      merged: {
        paragraphs: [{ text: "Theirs." }, { text: "Two, theirs." }, { id: "", text: "New.", splitFrom: b }],
      },
      conflicts: [{ paragraphId: a, theirs: { text: "Theirs." }, mine: { text: "Mine." } }],
    });
  });

  it("of two people at different paragraphs loses neither, whoever is first", async () => {
    const { id, ids } = await begun("One.", "Two.");
    const [a, b] = ids;
    const one = await input(id, [text("One, mine.", a), text("Two.", b)]);
    const other = await input(id, [text("One.", a), text("Two, theirs.", b)]);
    await Promise.all([save(editor, one, at), save(organizer, other, at)]);
    expect(await words(id)).toEqual(["One, mine.", "Two, theirs."]);
    expect((await heads(id)).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });
});

describe("what is saved with a paragraph", () => {
  it("is level, holders of options that stand there, and what was split and merged", async () => {
    const { id, ids } = await begun("One. Two.", "Three.", "Four.");
    const [a, b, c] = ids;
    const holder = await makeOrganisation();
    const by = [holder.id];
    await write(id, [
      text("One [by 2030|by 2035].", a, {
        level: 1,
        holders: [
          { bracket: "by 2030|by 2035", option: 1, by },
          { bracket: "gone", option: 0, by },
        ],
      }),
      text("Two.", "", { splitFrom: a }),
      text("Three. Four.", b, { absorbed: [c ?? ""] }),
    ]);
    const [latest] = await heads(id);
    const [first, second] = latest?.paragraphs ?? [];
    expect(first).toMatchObject({ level: 1, holders: [{ bracket: "by 2030|by 2035", option: 1, by }] });
    expect(latest?.operations).toEqual([
      { kind: "split", paragraphId: a, into: [a, second?.id] },
      { kind: "merge", paragraphIds: [b, c], into: b },
    ]);
    await refused("foreign_paragraph", () =>
      write(id, [text("One.", a), text("x", "", { splitFrom: crypto.randomUUID() })]),
    );
  });

  it("makes a revision where only holders or a level changed, and none where nothing did", async () => {
    const { id, ids } = await begun("One [a|b].");
    const [own] = ids;
    const { id: holder } = await makeOrganisation();
    const holders = [{ bracket: "a|b", option: 0, by: [holder] }];
    expect((await write(id, [text("One [a|b].", own, { holders })])).number).toBe(3);
    expect((await write(id, [text("One [a|b].", own, { holders })])).number).toBe(3);
    expect((await write(id, [text("One [a|b].", own, { holders, level: 1 })])).number).toBe(4);
    const [latest] = await heads(id);
    const choices = await holderChoices(editor, id, latest?.paragraphs ?? [], at);
    expect(choices.map((one) => one.id)).toContain(holder);
    const party = await makeOrganisation();
    await db()
      .insert(statementParties)
      .values({ statementId: id, organisationId: party.id, invitedAt: at, invitedBy: "x" });
    const parties = await holderChoices(editor, id, [], at);
    expect(parties.map((one) => one.id)).toEqual([party.id]);
  });

  it("is refused by the form where signs are not whole", () => {
    const sent = (words: string) =>
      textInput.safeParse({
        id: crypto.randomUUID(),
        locale: "en",
        basedOn: "",
        title: "T",
        paragraphs: [
          {
            kind: "operative",
            text: words,
            level: "",
            splitFrom: "",
            cites: { statementId: "", paragraphId: "" },
          },
        ],
      });
    const messages = (words: string) => sent(words).error?.issues.map(({ message }) => message);
    expect(sent("We [agree|accept] \\[sic\\].").success).toBe(true);
    expect(messages("We [agree.")).toEqual(["validation.unbalancedBracket"]);
    expect(messages("We [agree [now]].")).toEqual(["validation.nestedBracket"]);
    expect(messages("[here](javascript:alert)")).toEqual(["validation.link"]);
  });
});

describe("a text that is being decided", () => {
  it("takes no revision, and the page knows before", async () => {
    const { id, revisionId, ids } = await begun("One [a|b].");
    const [head] = await heads(id);
    await db()
      .insert(procedures)
      .values({
        statementId: id,
        kind: "silence",
        revisionId,
        hash: head?.hash ?? "",
        opensAt: at,
        deadline: new Date(at.getTime() + 1),
        zone: "UTC",
        openedBy: "x",
      });
    expect(await lockedBy(editor, id)).toMatchObject({ kind: "silence" });
    await refused("text_locked", () => write(id, [text("Other.", ids[0])]));
    await refused("text_locked", () => settle(editor, choice(id, revisionId, ids[0]), at));
    await write(id, [text("Ett.", ids[0])], { locale: "sv" });
  });
});

const choice = (id: string, basedOn: string, paragraphId = "") => ({
  id,
  basedOn,
  paragraphId,
  index: 0,
  bracket: "a|b",
  option: 1,
  reason: "Agreed in the room",
});

describe("settling a bracket", () => {
  it("puts the option in its place, with who, which and why", async () => {
    const { id, revisionId, ids } = await begun("One [a|b] and [c|].", "Two.");
    await settle(organizer, choice(id, revisionId, ids[0]), at);
    const [latest] = await heads(id);
    expect(latest?.paragraphs[0]?.text).toBe("One b and [c|].");
    expect(latest).toMatchObject({ note: "[a|b] → b: Agreed in the room", savedByName: organizer.name });
    const deeds = await db().select().from(history).where(eq(history.subjectId, id));
    expect(deeds.find(({ reason }) => reason === "Agreed in the room")?.details).toMatchObject({
      settled: "[a|b]",
      option: "b",
    });
    expect(await bracketCounts(editor, id, "en")).toEqual([
      { number: 1, brackets: 0, options: 0 },
      { number: 2, brackets: 2, options: 4 },
      { number: 3, brackets: 1, options: 2 },
    ]);
  });

  it("is refused on an older text, for a bracket that is not there, and to whoever may not write", async () => {
    const { id, revisionId, ids } = await begun("One [a|b].");
    await refused("no_such_option", () =>
      settle(editor, { ...choice(id, revisionId, ids[0]), bracket: "a|c" }, at),
    );
    await refused("no_such_option", () =>
      settle(editor, { ...choice(id, revisionId, ids[0]), option: 2 }, at),
    );
    for (const actor of [door, protocol, focalPoint, stranger])
      await refused("not_allowed", () => settle(actor, choice(id, revisionId, ids[0]), at));
    const both = await Promise.allSettled([
      settle(editor, choice(id, revisionId, ids[0]), at),
      settle(editor, { ...choice(id, revisionId, ids[0]), option: 0 }, at),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await refused("stale", () => settle(editor, choice(id, revisionId, ids[0]), at));
  });

  it("takes a paragraph away of which nothing is left, and opens the way to adoption", async () => {
    const { id, revisionId, ids } = await begun("[a|b]", "Two.");
    const late = () => settle(editor, choice(id, revisionId, ids[0]), at);
    const obstacles = await refused("obstacles", () => adoptIt(id));
    expect(obstacles.attached).toEqual(["brackets"]);
    await write(id, [text("[a|]", ids[0]), text("Two.", ids[1])]);
    await refused("stale", late);
    const [latest] = await heads(id);
    await settle(editor, { ...choice(id, latest?.id ?? "", ids[0]), bracket: "a|" }, at);
    expect(await words(id)).toEqual(["Two."]);
    await adoptIt(id);
    await refused("statement_adopted", late);
    expect(await db().select().from(adoptions).where(eq(adoptions.statementId, id))).toHaveLength(1);
  });
});

describe("agreed language", () => {
  it("is found by its words in adopted texts only, cited, and known to be identical or not", async () => {
    const old = await begun("Zirconium furnaces are *electric*.", "Other.");
    const found = () => searchAgreed(editor, { q: "ELECTRIC zirconium", locale: "en" });
    expect(await found()).toEqual([]);
    await adoptIt(old.id);
    const [source] = await found();
    expect(source).toMatchObject({
      statementId: old.id,
      paragraphId: old.ids[0],
      reference: "1",
      title: "On steel",
    });
    const { id, ids } = await begun("New.");
    const cites = { statementId: old.id, paragraphId: old.ids[0] ?? "" };
    await write(id, [text("New.", ids[0], { cites })]);
    const [latest] = await heads(id);
    expect(latest?.paragraphs[0]?.cites).toEqual(cites);
    expect(await citedBy(editor, latest?.paragraphs ?? [], "en")).toEqual([source]);
    await write(id, [text("New.", ids[0])]);
    expect((await heads(id))[0]?.paragraphs[0]?.cites).toBeUndefined();
    await refused("no_such_citation", () =>
      write(id, [text("New.", ids[0], { cites: { statementId: id, paragraphId: ids[0] ?? "" } })]),
    );
    await refused("not_allowed", () => searchAgreed(focalPoint, { q: "zirconium", locale: "en" }));
  });
});

describe("a translation", () => {
  const state = async (id: string) => (await translationsOf(editor, { id, authenticLocale: "en" }))[0];
  const stale = async (id: string) => (await state(id))?.stale.map((one) => one.id);

  it("is stale where the authentic paragraph changed, and right again when it is translated or said to be", async () => {
    const { id, ids } = await begun("One.", "Two.", "Three.");
    const [a, b, c] = ids;
    const swedish = [text("Ett.", a), text("Två.", b), text("Tre.", c)];
    await write(id, swedish, { locale: "sv" });
    expect(await stale(id)).toEqual([]);
    await write(id, [text("One!", a), text("Two,", b, { noEffect: true }), text("Three!", c)]);
    expect(await stale(id)).toEqual([a, c]);
    await write(id, swedish, { locale: "sv" });
    expect(await stale(id)).toEqual([a, c]);
    await write(id, [text("Ett!", a), text("Två.", b), text("Tre.", c, { stillRight: true })], {
      locale: "sv",
    });
    expect(await stale(id)).toEqual([]);
  });

  it("has the shape of the authentic text, and is published only when it lags behind in nothing", async () => {
    const { id, ids } = await begun("One.", "Two.");
    const [a, b] = ids;
    await write(id, [text("Två.", b), text("Ett.", a, { kind: "heading" })], { locale: "sv" });
    expect(await words(id, "sv")).toEqual(["Ett.", "Två."]);
    await write(id, [text("Two.", b), text("One.", a)]);
    expect(await state(id)).toMatchObject({ stale: [], behind: true });
    await adoptIt(id);
    const [translation] = await heads(id, "sv");
    const publication = (revisionId = "") => ({
      id,
      locale: "sv" as const,
      revisionId,
      publicFrom: null,
      zone: "UTC",
    });
    const { attached } = await refused("obstacles", () =>
      publish(organizer, publication(translation?.id), at),
    );
    expect(attached).toEqual(["outdated"]);
    await write(id, [text("Ett.", a), text("Två.", b)], { locale: "sv" });
    const [next] = await heads(id, "sv");
    await publish(organizer, publication(next?.id), at);
  });

  it("is looked over by somebody else, once per revision", async () => {
    const { id, ids } = await begun("One.");
    await write(id, [text("Ett.", ids[0])], { locale: "sv" });
    const [translation] = await heads(id, "sv");
    const review = { id, locale: "sv" as const, revisionId: translation?.id ?? "" };
    await refused("own_translation", () => reviewTranslation(editor, review, at));
    for (const actor of [door, protocol, focalPoint, stranger])
      await refused("not_allowed", () => reviewTranslation(actor, review, at));
    await refused("stale", () => reviewTranslation(organizer, { ...review, revisionId: id }, at));
    await refused("not_found", () => reviewTranslation(organizer, { ...review, locale: "en" }, at));
    await reviewTranslation(organizer, review, at);
    await refused("reviewed_already", () => reviewTranslation(organizer, review, at));
    expect((await state(id))?.review).toMatchObject({ reviewedBy: organizer.name });
    await write(id, [text("Ett!", ids[0])], { locale: "sv" });
    expect((await state(id))?.review).toBeNull();
  });

  it("in a language that is also authentic is said so among the facts", async () => {
    const { id } = await begin();
    const facts = { id, kind: "joint_statement" as const, slug: `also-${made}`, eventId: null };
    await edit(editor, { ...facts, revision: 1, alsoAuthentic: ["en", "sv"] }, at);
    const { revision } = await edit(editor, { ...facts, revision: 2 }, at);
    expect(revision).toBe(3);

    expect((await statementForOrganizer(editor, id)).alsoAuthentic).toEqual(["sv"]);
  });
});

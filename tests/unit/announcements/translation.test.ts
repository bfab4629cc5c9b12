import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paired, pairs, placed } from "@/domain/announcements/blocks/rules";
import { type Block, paragraphs, type RichBody } from "@/domain/announcements/text/rules";
import { marksOf, rawMarks } from "@/domain/announcements/translation/marks";
import {
  keptMarks,
  type Marks,
  marksWhenSaved,
  staleness,
  type Translation,
} from "@/domain/announcements/translation/rules";

type Text = { title: string; lead: string; body: RichBody; translatedFrom: Marks };

const block = (id: string, words: string, of?: string): Block => ({
  type: "paragraph",
  attrs: { id, ...(of ? { of } : {}) },
  content: [{ type: "text", text: words }],
});
const doc = (...content: Block[]): RichBody => ({ type: "doc", content });

const original: Text = {
  title: "Words",
  lead: "In short",
  body: doc(block("a", "one"), block("b", "two"), block("c", "three"), block("d", "four")),
  translatedFrom: {},
};
const inSwedish = doc(
  block("s1", "ett", "a"),
  block("s2", "två", "b"),
  block("s3", "tre", "c"),
  block("s4", "fyra", "d"),
);

const asOriginal = (text: Text, id = "en1") => ({ id, marks: marksOf(text) });
const twin: Translation = {
  translationOfId: "en1",
  translatedFrom: marksWhenSaved(asOriginal(original), undefined, { ...original, body: inSwedish }, []),
  title: "Ord",
  lead: "Kort",
  body: inSwedish,
};

/** The original saved anew with some blocks changed. */
function saved(changes: Record<string, string>, noEffect = false, before: Text = original): Text {
  const body = doc(
    ...before.body.content.map((one) => {
      const words = changes[one.attrs?.id ?? ""];
      return words === undefined ? one : block(one.attrs?.id ?? "", words);
    }),
  );
  const text = { ...before, ...changes, body, title: changes.title ?? before.title };
  const was = { raw: rawMarks(before), kept: before.translatedFrom };
  return {
    title: text.title,
    lead: before.lead,
    body,
    translatedFrom: keptMarks(rawMarks(text), [was], noEffect),
  };
}

const states = (text: Text, translation: Translation = twin) =>
  staleness(asOriginal(text, "en2"), translation).flatMap(({ key, state }) =>
    state === "fresh" ? [] : [`${key} ${state}`],
  );

describe("what of a translation is stale", () => {
  test("nothing of a fresh one", () => {
    expect(states(original)).toEqual([]);
  });

  test("nothing after a save without a change, nor after publishing", () => {
    expect(states(saved({}))).toEqual([]);
  });

  test("only the block that was edited", () => {
    expect(states(saved({ c: "three, corrected" }))).toEqual(["c stale"]);
    expect(staleness(asOriginal(saved({ c: "x" })), twin).some(({ state }) => state === "stale")).toBe(true);
  });

  test("the title by itself", () => {
    expect(states(saved({ title: "Other words" }))).toEqual(["title stale"]);
  });

  test("nothing of a change that has no effect on translations, also after later saves", () => {
    const corrected = saved({ c: "three, a typo less" }, true);
    expect(states(corrected)).toEqual([]);
    const later = saved({ a: "one, changed" }, false, corrected);
    expect(states(later)).toEqual(["a stale"]);
    expect(states(saved({ c: "three, another matter" }, false, later))).toEqual(["a stale", "c stale"]);
  });

  test("nothing any more once the change was taken back", () => {
    expect(states(saved({ c: "three" }, false, saved({ c: "other" })))).toEqual([]);
  });

  test("a block that came is missing, one that went leaves an orphan", () => {
    const grown = { ...original, body: doc(...original.body.content, block("e", "five")) };
    expect(states(grown)).toEqual(["e missing"]);
    const shrunk = { ...original, body: doc(...original.body.content.slice(0, 3)) };
    expect(states(shrunk)).toEqual(["s4 orphan"]);
  });

  test("moving blocks makes nothing stale", () => {
    expect(states({ ...original, body: doc(...original.body.content.toReversed()) })).toEqual([]);
  });

  test("an edition from before parts were marked is as the revision it was made of says", () => {
    const old = { ...twin, translatedFrom: {} };
    expect(staleness(asOriginal(original, "en1"), old).every(({ state }) => state === "fresh")).toBe(true);
    expect(states(original, old)).toEqual([
      "title stale",
      "lead stale",
      "a stale",
      "b stale",
      "c stale",
      "d stale",
    ]);
    expect(states(original, { ...old, translationOfId: null })).toEqual([]);
  });
});

describe("saving a translation", () => {
  const changed = saved({ b: "two, changed", c: "three, changed" });
  const again = (body: RichBody, stillRight: string[] = []) => {
    const next = { title: twin.title, lead: twin.lead, body };
    return {
      ...twin,
      body,
      translatedFrom: marksWhenSaved(asOriginal(changed, "en2"), twin, next, stillRight),
    };
  };

  test("without a change leaves stale what was", () => {
    expect(states(changed, again(inSwedish))).toEqual(["b stale", "c stale"]);
  });

  test("clears the block whose words are new, and that only", () => {
    const content = inSwedish.content.map((one) =>
      one.attrs?.of === "b" ? block("s2", "två, ändrat", "b") : one,
    );
    expect(states(changed, again(doc(...content)))).toEqual(["c stale"]);
  });

  test("clears what was said to be still right", () => {
    expect(states(changed, again(inSwedish, ["c"]))).toEqual(["b stale"]);
    expect(states(changed, again(inSwedish, ["b", "c"]))).toEqual([]);
  });

  test("forgets a block that is not translated any more", () => {
    expect(states(changed, again(doc(...inSwedish.content.slice(0, 3))))).toEqual([
      "b stale",
      "c stale",
      "d missing",
    ]);
  });
});

describe("properties", () => {
  const keys = ["a", "b", "c", "d"] as const;
  const changes = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom("one", "two", "new", "newer"));

  test("what is stale after some edits is exactly what differs from what was translated", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 6 }), (edits) => {
        const text = edits.reduce((before, edit) => saved(edit, false, before), original);
        const [now, then] = [rawMarks(text), rawMarks(original)];
        const differ = keys.filter((key) => now[key] !== then[key]).map((key) => `${key} stale`);
        expect(states(text)).toEqual(differ);
      }),
    );
  });

  test("edits without effect on translations make nothing stale", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 6 }), (edits) => {
        expect(states(edits.reduce((before, edit) => saved(edit, true, before), original))).toEqual([]);
      }),
    );
  });

  test("a translation of which every part is written anew or still right is stale nowhere", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 4 }), (edits) => {
        const text = edits.reduce((before, edit) => saved(edit, false, before), original);
        const all = ["title", "lead", ...keys];
        const translatedFrom = marksWhenSaved(asOriginal(text), twin, twin, all);
        expect(states(text, { ...twin, translatedFrom })).toEqual([]);
      }),
    );
  });
});

describe("the blocks of a translation", () => {
  test("that name no original are held against it in order and form", () => {
    const source = placed(
      doc(
        { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "About" }] },
        { type: "paragraph", content: [{ type: "text", text: "one" }] },
        { type: "paragraph" },
        { type: "paragraph", content: [{ type: "text", text: "two" }] },
      ),
    );
    const body = paired(source, placed(paragraphs(["ett", "två", "tre"])));
    expect(body.content.map((one) => one.attrs?.of)).toEqual(["b2", "b4", undefined]);
  });

  test("stand beside the block they say, and alone where they say none", () => {
    const body = doc(
      block("x", "egen"),
      block("s1", "ett", "a"),
      block("s1b", "och mer", "a"),
      block("y", "till"),
    );
    const rows = pairs(original.body, body).map(({ key, original: of, translation }) => [
      key,
      Boolean(of),
      translation.length,
    ]);
    expect(rows).toEqual([
      ["x", false, 1],
      ["a", true, 2],
      ["y", false, 1],
      ["b", true, 0],
      ["c", true, 0],
      ["d", true, 0],
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText, hashOfText } from "@/domain/statements/hash";
import {
  difference,
  numbered,
  obstaclesToAdopting,
  obstaclesToPublishing,
  outsideSession,
  type Para,
  publicationState,
} from "@/domain/statements/rules";
import { wordChanges } from "@/lib/text/words";

const kinds = ["heading", "preambular", "operative", "closing"] as const;
const paragraph = (id: string, text = id, kind: Para["kind"] = "operative"): Para => ({ id, kind, text });
const paragraphs = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-h]$/),
    kind: fc.constantFrom(...kinds),
    text: fc.string({ maxLength: 5 }),
  }),
  {
    selector: (one) => one.id,
    maxLength: 8,
  },
);

describe("numbers", () => {
  it("run through the operative paragraphs, over headings", () => {
    const text = [
      paragraph("a", "", "preambular"),
      paragraph("b"),
      paragraph("c", "", "heading"),
      paragraph("d"),
      paragraph("e", "", "closing"),
    ];
    expect(numbered(text).map((one) => one.number)).toEqual([null, "1.", null, "2.", null]);
  });
});

describe("the difference of two revisions", () => {
  it("tells new, gone, changed and moved apart", () => {
    const before = [paragraph("a"), paragraph("b"), paragraph("c"), paragraph("d")];
    const after = [paragraph("d"), paragraph("a"), paragraph("c", "other words"), paragraph("e")];
    const told = difference(before, after).map(
      (one) => `${one.kind}${"moved" in one && one.moved ? " moved" : ""} ${one.id}`,
    );
    expect(told).toEqual(["same moved d", "same a", "removed b", "changed c", "added e"]);
  });

  it("holds every paragraph of both exactly once, the later ones in order", () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const changes = difference(before, after);
        const ids = (list: { id: string }[]) => list.map((one) => one.id);
        expect(ids(changes.filter((one) => one.kind !== "removed"))).toEqual(ids(after));
        expect(ids(changes.filter((one) => one.kind !== "added")).toSorted()).toEqual(ids(before).toSorted());
        expect(difference(after, after).every((one) => one.kind === "same" && !one.moved)).toBe(true);
      }),
    );
  });

  it("of words gives both texts back", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
        const runs = wordChanges(before, after, "sv");
        const joined = (kind: "added" | "removed") =>
          runs
            .filter((run) => run.kind === "same" || run.kind === kind)
            .map((run) => run.text)
            .join("");
        expect([joined("removed"), joined("added")]).toEqual([before, after]);
      }),
    );
  });
});

describe("the hash", () => {
  it("is the same for the same text however its letters are composed, and another for another", () => {
    const text = { title: "Ö", paragraphs: [paragraph("a", "å\r\nb")] };
    const decomposed = { title: "O\u0308", paragraphs: [paragraph("a", "a\u030a\nb")] };
    expect(hashOfText(text)).toBe(hashOfText(decomposed));
    expect(hashOfText(text)).toMatch(/^[0-9a-f]{64}$/);
    for (const other of [
      { ...text, title: "O" },
      { ...text, paragraphs: [paragraph("a", "å\nc")] },
      { ...text, paragraphs: [paragraph("b", "å\nb")] },
      { ...text, paragraphs: [paragraph("a", "å\nb", "heading")] },
      { ...text, paragraphs: [] },
    ]) {
      expect(hashOfText(other)).not.toBe(hashOfText(text));
    }
  });

  it("cannot be met by moving words between paragraphs", () => {
    const one = { title: "t", paragraphs: [paragraph("a", "x\ny")] };
    const two = { title: "t", paragraphs: [paragraph("a", "x"), paragraph("a", "y")] };
    expect(canonicalText(one)).not.toBe(canonicalText(two));
  });

  it("is what it was when the first statement was adopted", () => {
    expect(hashOfText({ title: "T", paragraphs: [{ id: "1", kind: "operative", text: "We agree." }] })).toBe(
      "b0566cfef17e63ba50eac88c22ac8d4993bc17c44ea06b9b0cd57f4e3223288a",
    );
  });
});

describe("adopting", () => {
  it("is outside a session before it begins and after it ends, and not on the minute of either", () => {
    const session = { from: "2026-06-10T09:00", to: "2026-06-10T10:30" };
    const outside = ["2026-06-10T08:59", "2026-06-10T10:31", "2026-06-09T09:30"];
    const within = ["2026-06-10T09:00", "2026-06-10T10:30", "2026-06-10T10:00", ""];
    expect(outside.map((local) => outsideSession(local, session))).toEqual([true, true, true]);
    expect(within.map((local) => outsideSession(local, session))).toEqual([false, false, false, false]);
  });

  it("tells everything that is in its way", () => {
    const at = new Date("2026-06-10T12:00:00Z");
    const latest = { id: "two", title: "On steel", paragraphs: [paragraph("a")] };
    const facts = { adopted: false, latest, revisionId: "two", adoptedAt: at };
    expect(obstaclesToAdopting(facts, at)).toEqual([]);
    expect(obstaclesToAdopting({ ...facts, adopted: true, revisionId: "one" }, at)).toEqual([
      "adopted",
      "not_latest",
    ]);
    const bare = { ...latest, paragraphs: [paragraph("a", "", "heading")] };
    expect(obstaclesToAdopting({ ...facts, latest: bare }, new Date(at.getTime() - 1))).toEqual([
      "no_text",
      "in_the_future",
    ]);
  });
});

describe("publishing", () => {
  const facts = {
    kind: "joint_statement" as const,
    locale: "en" as const,
    authenticLocale: "en" as const,
    behind: false,
    latest: { id: "r2" },
    adoptedRevisionId: "r2",
    liveRevisionId: undefined,
  };
  it("needs an adopted text, or a translation of it", () => {
    expect(obstaclesToPublishing(facts)).toEqual([]);
    expect(obstaclesToPublishing({ ...facts, adoptedRevisionId: undefined })).toEqual(["not_adopted"]);
    expect(obstaclesToPublishing({ ...facts, latest: undefined })).toEqual(["no_text"]);
    expect(obstaclesToPublishing({ ...facts, liveRevisionId: "r2" })).toEqual(["already_public"]);
    const swedish = { ...facts, locale: "sv" as const };
    expect(obstaclesToPublishing({ ...swedish, latest: { id: "s1" }, behind: true })).toEqual(["outdated"]);
    expect(obstaclesToPublishing({ ...swedish, latest: { id: "s1" } })).toEqual([]);
  });

  it("is known by its latest publication", () => {
    const at = new Date("2026-03-02T09:00:00Z");
    const later = new Date("2026-03-03T09:00:00Z");
    expect(publicationState(undefined, at)).toBe("draft");
    expect(publicationState({ publicFrom: at, withdrawnAt: null }, at)).toBe("published");
    expect(publicationState({ publicFrom: later, withdrawnAt: null }, at)).toBe("embargoed");
    expect(publicationState({ publicFrom: at, withdrawnAt: at }, later)).toBe("withdrawn");
  });
});

import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { statementFloors } from "@/db/schema/negotiations";
import { create } from "@/domain/statements/create";
import { hearFloor } from "@/domain/statements/floor/hub";
import { floorOf } from "@/domain/statements/floor/queries";
import { textInput } from "@/domain/statements/input";
import { latestRevision } from "@/domain/statements/lock";
import { save } from "@/domain/statements/save";
import { setFloor } from "@/domain/statements/set-floor";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);
let made = 0;

async function begun() {
  const facts = { kind: "joint_statement", eventId: null, authenticLocale: "en" } as const;
  const { id } = await create(editor, { ...facts, slug: `floor-${++made}`, title: "On steel" }, at);
  const base = await latestRevision(db(), id, "en");
  const paragraphs = ["One.", "Two.", "Three."].map((text) => ({ kind: "operative", text }));
  const common = { id, locale: "en", basedOn: base?.id, translationOf: "", title: "On steel", note: "" };
  const revision = await save(editor, textInput.parse({ ...common, paragraphs }), at);
  const go = (
    version: number,
    place: number | null,
    view: "clean" | "brackets" | "changes" = "brackets",
  ) => ({
    id,
    version,
    revisionId: revision.id,
    paragraphId: place === null ? null : (revision.paragraphs[place]?.id ?? null),
    view,
  });
  return { id, revision, first: base, go };
}

describe("the floor of a statement", () => {
  it("is put at a paragraph of a revision, and stays there when only the view changes", async () => {
    const { id, revision, go } = await begun();
    expect(await floorOf(editor, id)).toBeUndefined();
    expect(await setFloor(organizer, go(0, null), at)).toEqual({ version: 1 });
    expect((await floorOf(editor, id))?.paragraphId).toBe(revision.paragraphs[0]?.id);
    await setFloor(organizer, go(1, 2), at);
    await setFloor(organizer, go(2, null, "changes"), at);
    const floor = await floorOf(editor, id);
    expect(floor).toMatchObject({ paragraphId: revision.paragraphs[2]?.id, view: "changes", version: 3 });
    const told = await db()
      .select()
      .from(history)
      .where(and(eq(history.subjectId, id), eq(history.action, "statement.set-floor")));
    expect(told.length).toBe(1);
  });

  it("refuses a step made on another one, and of two chairs at once exactly one moves it", async () => {
    const { id, go } = await begun();
    await setFloor(organizer, go(0, 0), at);
    await refused("stale", () => setFloor(organizer, go(0, 1), at));
    const steps = await Promise.allSettled(
      [1, 2, 1, 2].map((place) => setFloor(organizer, go(1, place), at)),
    );
    expect(steps.filter((one) => one.status === "fulfilled").length).toBe(1);
    expect((await floorOf(editor, id))?.version).toBe(2);
  });

  it("is nowhere but in the statement's own texts", async () => {
    const { go, first } = await begun();
    const other = await begun();
    await refused("not_found", () => setFloor(organizer, { ...go(0, 0), revisionId: other.revision.id }, at));
    await refused("not_found", () =>
      setFloor(organizer, { ...go(0, 0), paragraphId: other.revision.paragraphs[0]?.id ?? null }, at),
    );
    await refused("not_found", () => setFloor(organizer, { ...go(0, 0), revisionId: first?.id ?? "" }, at));
  });

  it("is moved by those who run the room, and looked at by those who write", async () => {
    const { id, go } = await begun();
    for (const actor of [editor, protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => setFloor(actor, go(0, 0), at));
    for (const actor of [protocol, door, focalPoint, stranger])
      await refused("not_allowed", () => floorOf(actor, id));
  });

  it("is told to whoever listens, also what another process wrote", async () => {
    const { id, go } = await begun();
    const heard: number[] = [];
    const until = async (version: number) => {
      const began = performance.now();
      while (!heard.includes(version) && performance.now() - began < 5_000)
        await new Promise((done) => setTimeout(done, 10));
    };
    await setFloor(organizer, go(0, 0), at);
    const stop = hearFloor(id, (version) => heard.push(version));
    await until(1);
    await setFloor(organizer, go(1, 1), at);
    await until(2);
    await db().update(statementFloors).set({ version: 3 }).where(eq(statementFloors.statementId, id));
    await until(3);
    stop();
    expect(heard).toEqual([1, 2, 3]);
    await setFloor(organizer, go(3, 2), at);
    await new Promise((done) => setTimeout(done, 100));
    expect(heard).toEqual([1, 2, 3]);
  });
});

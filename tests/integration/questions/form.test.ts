import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { questions } from "@/db/schema/questions";
import { historyOfEvent } from "@/domain/history/queries";
import { register } from "@/domain/participations/register";
import { addQuestion } from "@/domain/questions/add";
import { applyPreset } from "@/domain/questions/apply-preset";
import { copyForm } from "@/domain/questions/copy-form";
import { editQuestion } from "@/domain/questions/edit";
import { editQuestionInput, questionInput } from "@/domain/questions/input";
import { moveQuestion } from "@/domain/questions/move";
import { eventsWithForm, formForOrganizer, publicQuestions } from "@/domain/questions/queries";
import { removeQuestion } from "@/domain/questions/remove";
import { formValuesOf } from "@/domain/questions/row";
import { organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, registration } from "../../support/make";
import { refused } from "../../support/refused";
import { ask, given, participantsOf, yesOrNo } from "./fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent();
});

const form = () => formForOrganizer(organizer, event.id);
const labels = async () => (await form()).map((question) => question.label.en);
async function one(id: string) {
  const question = (await form()).find((row) => row.id === id);
  if (!question) throw new Error("no such question");
  return question;
}
/** A question's form as it stands, with some of it changed. */
async function changed(id: string, more: Record<string, unknown>) {
  const values = formValuesOf(await one(id));
  return editQuestionInput.parse({ ...values, keptDays: values.keptDays ?? "", ...more });
}
const others = (["protocol", "editor", "door", "focal_point"] as const).map((role) => user(role));

describe("building the form", () => {
  it("adds questions in order and says so in history", async () => {
    const visa = await ask(event.id, "Visa?", yesOrNo);
    await ask(event.id, "Flight", { stage: "after_approval" });
    await ask(event.id, "Embassy", { shownIf: `${visa}:yes` });
    expect(await labels()).toEqual(["Visa?", "Embassy", "Flight"]);
    expect((await one(visa)).options.map((option) => option.value)).toEqual(["yes", "no"]);
    const [deed] = await historyOfEvent(organizer, event.id);
    expect(deed).toMatchObject({ action: "event.edit-form", subject: { name: { en: "Embassy" } } });
  });

  it("shows the public those of the registration, of a public event, and nobody else's", async () => {
    await ask(event.id, "Visa?", yesOrNo);
    await ask(event.id, "Flight", { stage: "after_approval" });
    expect((await publicQuestions(event.id, at)).map((row) => row.label.en)).toEqual(["Visa?"]);
    const draft = await makeEvent({ announcedAt: null });
    await ask(draft.id, "Secret");
    expect(await publicQuestions(draft.id, at)).toEqual([]);
  });

  it("refuses every verb to whoever may not edit the form", async () => {
    const id = await ask(event.id, "Visa?", yesOrNo);
    const input = questionInput.parse({
      eventId: event.id,
      stage: "registration",
      kind: "text",
      label: { en: "Another" },
      audience: "secretariat",
    });
    const { revision } = await one(id);
    const change = await changed(id, {});
    for (const actor of [...others, stranger]) {
      await refused("not_allowed", () => addQuestion(actor, input, at));
      await refused("not_allowed", () => editQuestion(actor, change, at));
      await refused("not_allowed", () => moveQuestion(actor, { id, revision, direction: "up" }, at));
      await refused("not_allowed", () => removeQuestion(actor, { id, revision }, at));
      await refused("not_allowed", () => applyPreset(actor, { eventId: event.id, preset: "summit" }, at));
      await refused("not_allowed", () => copyForm(actor, { eventId: event.id, from: event.id }, at));
      await expect(formForOrganizer(actor, event.id)).rejects.toThrow("not_allowed");
      await expect(eventsWithForm(actor, event.id)).rejects.toThrow("not_allowed");
    }
    expect(await labels()).toEqual(["Visa?"]);
  });

  it("refuses what is asked already, and conditions on what is not asked before", async () => {
    const later = await ask(event.id, "Later?", { ...yesOrNo, stage: "after_approval" });
    await refused("question_known", () => ask(event.id, "Later?", { stage: "after_approval" }));
    await refused("condition_not_earlier", () => ask(event.id, "X", { shownIf: `${later}:yes` }));
    await refused("condition_not_earlier", () =>
      ask(event.id, "X", { stage: "after_approval", shownIf: `${later}:maybe` }),
    );
    const other = await makeEvent();
    const foreign = await ask(other.id, "Visa?", yesOrNo);
    await refused("condition_not_earlier", () => ask(event.id, "X", { shownIf: `${foreign}:yes` }));
    await refused("not_found", () => ask("00000000-0000-4000-8000-000000000000", "X"));
    expect(await labels()).toEqual(["Later?"]);
  });

  it("changes a question on its revision; a stale change gets theirs and writes nothing", async () => {
    const id = await ask(event.id, "Meal", yesOrNo);
    const stale = await changed(id, { label: { en: "Mine" } });
    await editQuestion(organizer, await changed(id, { label: { en: "Theirs" }, required: "on" }), at);
    const refusal = await refused("stale", () => editQuestion(organizer, stale, at));
    expect(refusal.attached).toMatchObject({
      theirs: { revision: 2, label: { en: "Theirs" }, options: { en: "Yes\nNo" }, required: true },
    });
    await refused("stale", () => moveQuestion(organizer, { id, revision: 1, direction: "down" }, at));
    await refused("stale", () => removeQuestion(organizer, { id, revision: 1 }, at));
    expect(await one(id)).toMatchObject({ label: { en: "Theirs" }, revision: 2 });
  });

  it("keeps what others depend on, and the kind of what is answered", async () => {
    const visa = await ask(event.id, "Visa?", yesOrNo);
    const where = await ask(event.id, "Where", { shownIf: `${visa}:yes` });
    await refused("others_depend", async () =>
      editQuestion(organizer, await changed(visa, { options: { en: "No", sv: "Nej" } }), at),
    );
    await refused("others_depend", async () =>
      editQuestion(organizer, await changed(visa, { kind: "text" }), at),
    );
    await refused("others_depend", async () =>
      editQuestion(organizer, await changed(visa, { stage: "after_approval" }), at),
    );
    await refused("others_depend", () => removeQuestion(organizer, { id: visa, revision: 1 }, at));
    await refused("condition_not_earlier", async () =>
      editQuestion(organizer, await changed(visa, { shownIf: `${where}:x` }), at),
    );
    // Renaming an option keeps its value, and with it the condition.
    await editQuestion(
      organizer,
      await changed(visa, { options: { en: "Oh yes\nNo", sv: "Javisst\nNej" } }),
      at,
    );
    expect((await one(visa)).options[0]).toEqual({ value: "yes", label: { en: "Oh yes", sv: "Javisst" } });

    await register(stranger, { ...registration(event.slug), answers: { [visa]: "no" } }, at);
    await editQuestion(organizer, await changed(where, { kind: "number" }), at);
    await editQuestion(organizer, await changed(where, { shownIf: "" }), at);
    await refused("kind_answered", async () =>
      editQuestion(organizer, await changed(visa, { kind: "choices" }), at),
    );
    await editQuestion(organizer, await changed(where, { stage: "after_approval" }), at);
    expect(await labels()).toEqual(["Visa?", "Where"]);
  });

  it("moves a question within its stage, and never before the one it is shown by", async () => {
    const visa = await ask(event.id, "Visa?", yesOrNo);
    const where = await ask(event.id, "Where", { shownIf: `${visa}:yes` });
    const meal = await ask(event.id, "Meal");
    await ask(event.id, "Flight", { stage: "after_approval" });
    const move = async (id: string, direction: "up" | "down") =>
      moveQuestion(organizer, { id, revision: (await one(id)).revision, direction }, at);
    expect(await move(meal, "up")).toEqual({ place: 2 });
    expect(await labels()).toEqual(["Visa?", "Meal", "Where", "Flight"]);
    await refused("cannot_move", () => move(where, "down"));
    expect(await move(meal, "up")).toEqual({ place: 1 });
    await refused("cannot_move", () => move(meal, "up"));
    await refused("cannot_move", () => move(where, "up"));
    expect(await labels()).toEqual(["Meal", "Visa?", "Where", "Flight"]);
  });

  it("removes a question; one that is answered stays with its answers and is asked no more", async () => {
    const meal = await ask(event.id, "Meal");
    const never = await ask(event.id, "Never answered");
    await register(stranger, { ...registration(event.slug), answers: { [meal]: "Fish" } }, at);
    await removeQuestion(organizer, { id: meal, revision: 1 }, at);
    await removeQuestion(organizer, { id: never, revision: 1 }, at);
    expect(await labels()).toEqual([]);
    expect(await given(event.id)).toEqual({ [meal]: "Fish" });
    const rows = await db().select().from(questions).where(eq(questions.eventId, event.id));
    expect(rows.map((row) => [row.id, row.removedAt])).toEqual([[meal, at]]);
    await refused("not_found", () => removeQuestion(organizer, { id: meal, revision: 2 }, at));
    // What is no longer asked is passed over, not refused: somebody's page was older.
    await register(stranger, { ...registration(event.slug, 2), answers: { [meal]: "Meat" } }, at);
    expect(await participantsOf(event.id)).toHaveLength(2);
    expect(await given(event.id)).toEqual({ [meal]: "Fish" });
  });
});

describe("beginning from a form", () => {
  it("adds a preset once, with its conditions, behind what is there", async () => {
    await ask(event.id, "Mine");
    const { added } = await applyPreset(organizer, { eventId: event.id, preset: "summit" }, at);
    const questionsNow = await form();
    expect(questionsNow).toHaveLength(added + 1);
    expect(questionsNow[0]?.label.en).toBe("Mine");
    const embassy = questionsNow.find((row) => row.label.en?.startsWith("Embassy"));
    const visa = questionsNow.find((row) => row.id === embassy?.shownIfId);
    expect(visa?.label.sv).toMatch(/visum/);
    for (const row of questionsNow) if (row.audience === "needs") expect(row.keptDays).toBe(30);
    await refused("nothing_to_add", () =>
      applyPreset(organizer, { eventId: event.id, preset: "summit" }, at),
    );
    // Another one adds what it alone asks.
    const second = await applyPreset(organizer, { eventId: event.id, preset: "briefing" }, at);
    expect(second.added).toBe(2);
    const deeds = await db().select().from(history).where(eq(history.eventId, event.id));
    expect(deeds.at(-1)).toMatchObject({
      action: "event.edit-form",
      details: { preset: "briefing", added: 2 },
    });
  });

  it("copies another event's form, with conditions among the copies and no answers", async () => {
    const source = await makeEvent();
    const visa = await ask(source.id, "Visa?", yesOrNo);
    await ask(source.id, "Where", { shownIf: `${visa}:yes`, keptDays: "30" });
    await register(stranger, { ...registration(source.slug), answers: { [visa]: "no" } }, at);
    const known = await ask(event.id, "Visa?", yesOrNo);
    expect((await eventsWithForm(organizer, event.id)).map((row) => row.id)).toContain(source.id);
    expect(await copyForm(organizer, { eventId: event.id, from: source.id }, at)).toEqual({ added: 1 });
    const copied = (await form()).find((row) => row.label.en === "Where");
    expect(copied).toMatchObject({ shownIfId: known, shownIfValue: "yes", keptDays: 30, answered: 0 });
    await refused("nothing_to_add", () => copyForm(organizer, { eventId: event.id, from: source.id }, at));
  });

  it("refuses a form whose conditions what is asked already does not carry", async () => {
    const source = await makeEvent();
    const visa = await ask(source.id, "Visa?", yesOrNo);
    await ask(source.id, "Where", { shownIf: `${visa}:yes` });
    await ask(event.id, "Visa?");
    await refused("condition_not_earlier", () =>
      copyForm(organizer, { eventId: event.id, from: source.id }, at),
    );
    expect(await labels()).toEqual(["Visa?"]);
  });
});

import { and, desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import type { Actor } from "@/domain/access/actor";
import { approve } from "@/domain/participations/approve";
import { register } from "@/domain/participations/register";
import { withdraw } from "@/domain/participations/withdraw";
import { answer } from "@/domain/questions/answer";
import { answerFile, answersOf } from "@/domain/questions/queries";
import { removeQuestion } from "@/domain/questions/remove";
import { organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";
import { answersIn, ask, filesOf, given, participantsOf, sent, yesOrNo } from "./fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({ registrationPolicy: "approval" });
});

type Filled = Pick<Parameters<typeof register>[1], "answers" | "files">;
async function registered(filled: Filled = {}, n = 1) {
  await register(stranger, { ...registration(event.slug, n), ...filled }, at);
  return latest();
}
async function latest() {
  const row = (await participantsOf(event.id)).at(-1);
  if (!row) throw new Error("nobody registered");
  return row;
}
async function approved(filled: Filled = {}) {
  const { id, revision } = await registered(filled);
  await approve(organizer, { id, revision, reason: "" }, at);
  return latest();
}
const own = (row: { id: string; eventId: string }): Actor => ({
  kind: "participant",
  participationId: row.id,
  eventId: row.eventId,
});
/** The fields an attempt was refused for. */
async function misfilled(deed: () => Promise<unknown>) {
  const refusal = await refused("misfilled", deed);
  return (refusal.attached as { fields: Record<string, string[]> }).fields;
}

describe("registering with answers", () => {
  it("stores each in the shape of its kind, as it was given", async () => {
    const ids = {
      text: await ask(event.id, "Text"),
      digits: await ask(event.id, "Digits"),
      choice: await ask(event.id, "Choice", yesOrNo),
      choices: await ask(event.id, "Choices", { ...yesOrNo, kind: "choices" }),
      number: await ask(event.id, "Number", { kind: "number" }),
      agreement: await ask(event.id, "Agreement", { kind: "agreement" }),
      nothing: await ask(event.id, "Nothing"),
    };
    await registered({
      answers: {
        [ids.text]: 'O\'Neill "von" 中文',
        [ids.digits]: "0012",
        [ids.choice]: "yes",
        [ids.choices]: ["no", "yes"],
        [ids.number]: "1,5",
        [ids.agreement]: "on",
        [ids.nothing]: "  ",
      },
    });
    expect(await given(event.id)).toEqual({
      [ids.text]: 'O\'Neill "von" 中文',
      [ids.digits]: "0012",
      [ids.choice]: "yes",
      [ids.choices]: ["yes", "no"],
      [ids.number]: 1.5,
      [ids.agreement]: true,
    });
  });

  it("stores no answer to a question that is hidden, nor to one hidden by that, nor of the second stage", async () => {
    const visa = await ask(event.id, "Visa?", yesOrNo);
    const where = await ask(event.id, "Where?", { ...yesOrNo, shownIf: `${visa}:yes`, required: "on" });
    const why = await ask(event.id, "Why?", { shownIf: `${where}:yes`, required: "on" });
    const file = await ask(event.id, "Proof", { kind: "file", shownIf: `${where}:yes` });
    const later = await ask(event.id, "Flight", { stage: "after_approval", required: "on" });
    const answers = { [visa]: "no", [where]: "yes", [why]: "hidden secret", [later]: "SK 1" };
    await registered({ answers, files: { [file]: sent("png") } });
    expect(await given(event.id)).toEqual({ [visa]: "no" });
    expect(await filesOf(event.id)).toEqual([]);
  });

  it("is refused with what is wrong beside each field, and nothing is written", async () => {
    const name = await ask(event.id, "Name", { required: "on" });
    const day = await ask(event.id, "Day", { kind: "date" });
    const agreed = await ask(event.id, "Agreed", { kind: "agreement", required: "on" });
    const visa = await ask(event.id, "Visa?", yesOrNo);
    const where = await ask(event.id, "Where?", { shownIf: `${visa}:yes`, required: "on" });
    const fields = await misfilled(() => registered({ answers: { [day]: "tomorrow", [visa]: "yes" } }));
    expect(fields).toEqual({
      [`answers.${name}`]: ["validation.required"],
      [`answers.${day}`]: ["validation.day"],
      [`answers.${agreed}`]: ["validation.agreement"],
      [`answers.${where}`]: ["validation.required"],
    });
    expect(await participantsOf(event.id)).toEqual([]);
    expect(await answersIn(event.id)).toEqual([]);
  });

  it("takes a file by what is in it, and refuses what it is not beside its field", async () => {
    const passport = await ask(event.id, "Passport", { kind: "file", required: "on" });
    const failed = async (what: Parameters<typeof sent>[0]) =>
      (await misfilled(() => registered({ files: { [passport]: sent(what) } })))[`answers.${passport}`];
    expect(await failed("html")).toEqual(["validation.fileType"]);
    expect(await failed("empty")).toEqual(["validation.fileMissing"]);
    expect(await failed("large")).toEqual(["validation.fileTooLarge"]);
    // Words where a file belongs are no file.
    expect(await misfilled(() => registered({ answers: { [passport]: "true" } }))).toEqual({
      [`answers.${passport}`]: ["validation.required"],
    });
    expect(await filesOf(event.id)).toEqual([]);
    await registered({ files: { [passport]: sent("png", "../../etc/pass\u202eport.png") } });
    const [file] = await filesOf(event.id);
    expect(file).toMatchObject({ purpose: "answer", contentType: "image/png", name: "passport.png" });
    expect(await answersIn(event.id)).toMatchObject([
      { questionId: passport, value: true, fileId: file?.id },
    ]);
  });

  it("ignores ids that are no question, and refuses another event's", async () => {
    const other = await makeEvent();
    const foreign = await ask(other.id, "Foreign");
    const unknown = "00000000-0000-4000-8000-000000000000";
    await registered({ answers: { [unknown]: "x" } });
    expect(await answersIn(event.id)).toEqual([]);
    await refused("foreign_question", () => registered({ answers: { [foreign]: "x" } }, 2));
    await refused("foreign_question", () => registered({ files: { [foreign]: sent("png") } }, 2));
    expect(await participantsOf(event.id)).toHaveLength(1);
    expect(await answersIn(other.id)).toEqual([]);
  });

  it("is refused alike whether the address is known, and a second time writes no answer", async () => {
    const name = await ask(event.id, "Name", { required: "on" });
    const file = await ask(event.id, "File", { kind: "file" });
    await registered({ answers: { [name]: "first" } });
    const again = (filled: Filled) => register(stranger, { ...registration(event.slug), ...filled }, at);
    expect(await misfilled(() => again({}))).toEqual({ [`answers.${name}`]: ["validation.required"] });
    expect(
      await misfilled(() => again({ answers: { [name]: "x" }, files: { [file]: sent("html") } })),
    ).toEqual({ [`answers.${file}`]: ["validation.fileType"] });
    expect(await again({ answers: { [name]: "second" }, files: { [file]: sent("png") } })).toEqual({
      outcome: "submitted",
      place: 0,
    });
    expect(await given(event.id)).toEqual({ [name]: "first" });
    expect(await filesOf(event.id)).toEqual([]);
  });
});

describe("answering later", () => {
  it("opens the second stage with the approval, which the mail says", async () => {
    const flight = await ask(event.id, "Flight", { stage: "after_approval", required: "on" });
    const row = await registered();
    const input = { id: row.id, revision: row.revision, stage: "after_approval" as const };
    await refused("not_from_this_state", () =>
      answer(own(row), { ...input, answers: { [flight]: "SK 1" } }, at),
    );
    await approve(organizer, { id: row.id, revision: row.revision, reason: "" }, at);
    const after = await latest();
    const [mail] = await db()
      .select()
      .from(mails)
      .where(and(eq(mails.eventId, event.id), eq(mails.template, "participation-approved")));
    expect(mail?.text).toContain("how you travel");
    expect(await misfilled(() => answer(own(after), { ...input, revision: after.revision }, at))).toEqual({
      [`answers.${flight}`]: ["validation.required"],
    });
    await answer(own(after), { ...input, revision: after.revision, answers: { [flight]: "SK 1" } }, at);
    expect(await given(event.id)).toEqual({ [flight]: "SK 1" });
    expect((await latest()).revision).toBe(after.revision + 1);
  });

  it("says nothing of a second stage where there is none", async () => {
    await ask(event.id, "Meal");
    await approved();
    const [mail] = await db()
      .select()
      .from(mails)
      .where(and(eq(mails.eventId, event.id), eq(mails.template, "participation-approved")));
    expect(mail?.text).not.toContain("how you travel");
  });

  it("erases what becomes hidden, in either stage, with its file", async () => {
    const visa = await ask(event.id, "Visa?", yesOrNo);
    const where = await ask(event.id, "Where?", { shownIf: `${visa}:yes` });
    const proof = await ask(event.id, "Proof", {
      kind: "file",
      stage: "after_approval",
      shownIf: `${visa}:yes`,
    });
    const row = await approved({ answers: { [visa]: "yes", [where]: "Rome" } });
    const step = { id: row.id, answers: { [visa]: "yes", [where]: "Rome" } };
    const files = { [proof]: sent("png") };
    await answer(own(row), { ...step, stage: "after_approval", revision: row.revision, files }, at);
    expect(await given(event.id)).toEqual({ [visa]: "yes", [where]: "Rome", [proof]: true });
    const next = await latest();
    const no = { [visa]: "no", [where]: "Rome" };
    await answer(own(row), { id: row.id, stage: "registration", revision: next.revision, answers: no }, at);
    expect(await given(event.id)).toEqual({ [visa]: "no" });
    expect((await filesOf(event.id)).map((file) => [file.content, file.name, file.erasedAt])).toEqual([
      [null, "", at],
    ]);
    const [deed] = await db()
      .select()
      .from(history)
      .where(eq(history.eventId, event.id))
      .orderBy(desc(history.id))
      .limit(1);
    expect(deed).toMatchObject({ action: "participation.answer", details: { answers: 3 } });
    expect(JSON.stringify(deed)).not.toContain("Rome");
  });

  it("keeps a file that is not sent anew, erases one that is replaced or taken away", async () => {
    const passport = await ask(event.id, "Passport", { kind: "file" });
    const name = await ask(event.id, "Name");
    const row = await registered({ files: { [passport]: sent("png", "one.png") } });
    const step = async (filled: Filled & { removed?: string[] }) =>
      answer(
        own(row),
        { id: row.id, revision: (await latest()).revision, stage: "registration", ...filled },
        at,
      );
    await step({ answers: { [name]: "A" } });
    expect((await filesOf(event.id)).map((file) => file.name)).toEqual(["one.png"]);
    expect(await given(event.id)).toEqual({ [passport]: true, [name]: "A" });
    await step({ answers: { [name]: "A" }, files: { [passport]: sent("png", "two.png") } });
    expect((await filesOf(event.id)).map((file) => [file.name, file.content === null]).toSorted()).toEqual([
      ["", true],
      ["two.png", false],
    ]);
    await refused("stale", () =>
      answer(own(row), { id: row.id, revision: 1, stage: "registration", removed: [passport] }, at),
    );
    await step({ removed: [passport] });
    expect(await given(event.id)).toEqual({});
    expect((await filesOf(event.id)).filter((file) => file.content !== null)).toEqual([]);
  });

  it("writes nothing where nothing changes", async () => {
    const name = await ask(event.id, "Name");
    const row = await registered({ answers: { [name]: "A" } });
    const before = await db().select().from(history).where(eq(history.eventId, event.id));
    const input = { id: row.id, revision: row.revision, stage: "registration" as const };
    expect(await answer(own(row), { ...input, answers: { [name]: " A " } }, at)).toEqual({
      revision: row.revision,
    });
    expect(await db().select().from(history).where(eq(history.eventId, event.id))).toHaveLength(
      before.length,
    );
    expect((await latest()).revision).toBe(row.revision);
  });

  it("of a marked question brings an approved participation back to review, seat held, unless the secretariat did it", async () => {
    const passport = await ask(event.id, "Passport", { reviewed: "on" });
    const meal = await ask(event.id, "Meal");
    const row = await approved({ answers: { [passport]: "A1", [meal]: "Fish" } });
    const step = async (actor: Actor, answers: Record<string, string>) =>
      answer(actor, { id: row.id, revision: (await latest()).revision, stage: "registration", answers }, at);
    await step(own(row), { [passport]: "A1", [meal]: "Meat" });
    expect((await latest()).state).toBe("approved");
    await step(organizer, { [passport]: "B2", [meal]: "Meat" });
    expect((await latest()).state).toBe("approved");
    await step(own(row), { [passport]: "C3", [meal]: "Meat" });
    expect(await latest()).toMatchObject({ state: "submitted", seatPool: row.seatPool });
    expect(row.seatPool).not.toBeNull();
  });

  it("is refused to whoever has no business with it, on a stale revision, and after leaving", async () => {
    const name = await ask(event.id, "Name");
    const row = await registered({ answers: { [name]: "mine" } });
    const elsewhere = await registered({ answers: { [name]: "theirs" } }, 2);
    const input = {
      id: row.id,
      revision: row.revision,
      stage: "registration" as const,
      answers: { [name]: "evil" },
    };
    const strangers: Actor[] = [
      stranger,
      own(elsewhere),
      { kind: "invitee", invitationId: row.id, eventId: event.id },
      ...(["editor", "door", "focal_point"] as const).map((role) => user(role)),
    ];
    for (const actor of strangers) await refused("not_allowed", () => answer(actor, input, at));
    const stale = await refused("stale", () =>
      answer(own(row), { ...input, revision: row.revision + 1 }, at),
    );
    expect(stale.attached).toEqual({ theirs: { revision: row.revision, answers: { [name]: "mine" } } });
    await withdraw(own(row), { id: row.id, revision: row.revision, reason: "" }, at);
    await refused("not_from_this_state", () =>
      answer(own(row), { ...input, revision: row.revision + 1 }, at),
    );
    expect((await answersIn(event.id)).map(({ value }) => value).toSorted()).toEqual(["mine", "theirs"]);
  });

  it("lets the secretariat write down what it knows, with what is required left open", async () => {
    await ask(event.id, "Name", { required: "on" });
    const meal = await ask(event.id, "Meal");
    await db().insert(participations).values({
      eventId: event.id,
      name: "By hand",
      email: "hand@example.org",
      state: "submitted",
      locale: "en",
      source: "by_hand",
    });
    const row = await latest();
    const input = { id: row.id, revision: 1, stage: "registration" as const, answers: { [meal]: "Fish" } };
    await misfilled(() => answer(own(row), input, at));
    await answer(user("protocol"), input, at);
    expect(await given(event.id)).toEqual({ [meal]: "Fish" });
  });

  it("neither asks a focal point for what they may not read, nor lets them write over it", async () => {
    const { id: organisationId } = await makeOrganisation();
    const row = await registered({}, 1);
    const [delegation] = await db()
      .insert(delegations)
      .values({ eventId: event.id, organisationId })
      .returning();
    await db()
      .update(participations)
      .set({ delegationId: delegation?.id, organisationId, organisationName: "" })
      .where(eq(participations.id, row.id));
    const secret = await ask(event.id, "Known to the police", { required: true });
    const passport = await ask(event.id, "Passport", { kind: "file" });
    const open = await ask(event.id, "Arrival", { audience: "delegation" });
    const focal = { ...user("focal_point"), organisationId };
    const facts = { id: row.id, stage: "registration" as const };
    await answer(focal, { ...facts, revision: row.revision, answers: { [open]: "Monday" } }, at);
    await answer(
      own(row),
      {
        ...facts,
        revision: row.revision + 1,
        answers: { [secret]: "No", [open]: "Monday" },
        files: { [passport]: sent("png") },
      },
      at,
    );
    await answer(
      focal,
      {
        ...facts,
        revision: row.revision + 2,
        answers: { [secret]: "Yes", [open]: "Tuesday" },
        files: { [passport]: sent("png", "other.png") },
        removed: [passport],
      },
      at,
    );
    expect(await given(event.id)).toEqual({ [secret]: "No", [open]: "Tuesday", [passport]: true });
    expect((await filesOf(event.id)).map(({ name, erasedAt }) => [name, erasedAt])).toEqual([
      ["passport.png", null],
    ]);
  });
});

describe("reading answers", () => {
  /** Five answers, one for each audience and a file; nobody may see in any way what is not for them. */
  async function fiveAnswers() {
    const kept = { keptDays: "30" };
    const ids = {
      needs: await ask(event.id, "Needs", { audience: "needs", ...kept }),
      secretariat: await ask(event.id, "Secretariat"),
      delegation: await ask(event.id, "Delegation", { audience: "delegation" }),
      door: await ask(event.id, "Door", { audience: "door" }),
      file: await ask(event.id, "File", { audience: "needs", kind: "file", ...kept }),
    };
    const secrets = Object.fromEntries(
      (["needs", "secretariat", "delegation", "door"] as const).map((key) => [ids[key], `marker-${key}`]),
    );
    const row = await registered({ answers: secrets, files: { [ids.file]: sent("png", "marker-file.png") } });
    return { ids, row };
  }
  const read = async (actor: Actor, id: string) => {
    const found = await answersOf(actor, id);
    return [...JSON.stringify(found).matchAll(/marker-(\w+)/g)].map(([, key]) => key).toSorted();
  };

  it("is for the audience of each question, in the query itself", async () => {
    const { ids, row } = await fiveAnswers();
    const all = ["delegation", "door", "file", "needs", "secretariat"];
    const readers: [Actor, string[]][] = [
      [organizer, all],
      [user("admin"), all],
      [user("protocol"), all],
      [own(row), all],
      [user("editor"), []],
      // Not let in yet: the door knows nothing of them.
      [user("door"), []],
      [user("focal_point"), []],
      [stranger, []],
      [{ kind: "invitee", invitationId: row.id, eventId: event.id }, []],
      [{ kind: "participant", participationId: ids.needs, eventId: event.id }, []],
    ];
    for (const [actor, expected] of readers) {
      expect(await read(actor, row.id)).toEqual(expected);
      const file = answerFile(actor, row.id, ids.file);
      if (expected.includes("file")) expect((await file).name).toBe("marker-file.png");
      else await expect(file).rejects.toThrow("not_found");
    }
    await approve(organizer, { id: row.id, revision: row.revision, reason: "" }, at);
    expect(await read(user("door"), row.id)).toEqual(["door"]);
    await expect(answerFile(user("door"), row.id, ids.file)).rejects.toThrow("not_found");
  });

  it("lets a focal point read of their own delegation what is for it, and of others nothing", async () => {
    const { ids, row } = await fiveAnswers();
    const organisation = await makeOrganisation();
    const focalPoint = { ...user("focal_point"), organisationId: organisation.id };
    // A registration of one's own that names the organisation is not theirs to read.
    await db()
      .update(participations)
      .set({ organisationId: organisation.id, organisationName: "" })
      .where(eq(participations.id, row.id));
    expect(await read(focalPoint, row.id)).toEqual([]);
    const [delegation] = await db()
      .insert(delegations)
      .values({ eventId: event.id, organisationId: organisation.id })
      .returning();
    await db()
      .update(participations)
      .set({ delegationId: delegation?.id })
      .where(eq(participations.id, row.id));
    expect(await read(focalPoint, row.id)).toEqual(["delegation", "door", "file", "needs"]);
    expect(await read({ ...user("focal_point") }, row.id)).toEqual([]);
    // An answer they may not read stays when they save a form that could not show it.
    const answers = { [ids.delegation]: "marker-delegation", [ids.secretariat]: "" };
    await answer(focalPoint, { id: row.id, revision: 1, stage: "registration", answers }, at);
    expect(await given(event.id)).toMatchObject({ [ids.secretariat]: "marker-secretariat" });
    const stale = await refused("stale", () =>
      answer(focalPoint, { id: row.id, revision: 1, stage: "registration", answers }, at),
    );
    expect(JSON.stringify(stale.attached)).not.toContain("marker-secretariat");
  });

  it("shows what is not answered too, and a removed question where it was answered", async () => {
    const { ids, row } = await fiveAnswers();
    const flight = await ask(event.id, "Flight", { stage: "after_approval" });
    const more = await ask(event.id, "More");
    await removeQuestion(organizer, { id: ids.door, revision: 1 }, at);
    await removeQuestion(organizer, { id: more, revision: 1 }, at);
    const found = await answersOf(organizer, row.id);
    expect(found.map((question) => [question.id, question.value !== null, question.removedAt])).toEqual([
      [ids.needs, true, null],
      [ids.secretariat, true, null],
      [ids.delegation, true, null],
      [ids.door, true, at],
      [ids.file, true, null],
      [flight, false, null],
    ]);
  });
});

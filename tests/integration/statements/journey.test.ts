import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { amendments } from "@/db/schema/negotiations";
import { statements } from "@/db/schema/statements";
import { accept, bracket } from "@/domain/amendments/accept";
import { consolidate } from "@/domain/amendments/consolidate";
import { propose } from "@/domain/amendments/propose";
import { give } from "@/domain/positions/give";
import { endorsementsOn } from "@/domain/positions/queries";
import { columnOf } from "@/domain/positions/rules";
import { verify } from "@/domain/positions/verify";
import { answer } from "@/domain/procedures/answer";
import { close } from "@/domain/procedures/close";
import { open } from "@/domain/procedures/open";
import { hashOfText } from "@/domain/statements/hash";
import { bracketsOf } from "@/domain/statements/inline/rules";
import { adoptionOf } from "@/domain/statements/lock";
import { publish } from "@/domain/statements/publish";
import { publicStatement } from "@/domain/statements/queries";
import { settle } from "@/domain/statements/settle";
import { Refusal } from "@/lib/refusal";
import { organizer } from "../../support/actors";
import { at } from "../../support/make";
import {
  type FocalPoint,
  invite,
  makeFocalPoint,
  makeStatement,
  proposal,
  sendRound,
  textOf,
  write,
} from "../../support/negotiation";

const house = { kind: "system", name: "the system" } as const;
const on = (day: number, hour = 9) => new Date(at.getTime() + day * 86_400_000 + (hour - 9) * 3_600_000);
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

async function proposed(by: FocalPoint, id: string, paragraphId: string, text: string) {
  const made = await propose(by, await proposal(id, { paragraphId, text }), at);
  const [row] = await db().select().from(amendments).where(eq(amendments.id, made.id));
  if (!row) throw new Error("no amendment");
  return row;
}

async function refusal(deed: Promise<unknown>) {
  const said = await deed.then(
    () => undefined,
    (error: unknown) => error,
  );
  return said instanceof Refusal ? [said.code, said.attached] : [said];
}

describe("a statement of three delegations", () => {
  it("goes from the zero draft over amendments, a bracket and two silences to a list that is right on every day", async () => {
    const [north, south, works] = [
      await makeFocalPoint("North"),
      await makeFocalPoint("South"),
      await makeFocalPoint("Works"),
    ];
    const id = await makeStatement([
      "We cut emissions by 2035.",
      "We buy green steel.",
      "We meet every year.",
    ]);
    await invite(id, [north, south, works]);
    await sendRound(id, "Zero draft");
    const [cut = "", buy = "", meet = ""] = (await textOf(id)).paragraphs.map((one) => one.id);

    // Two delegations want other words in the same place: neither is taken up without the other.
    const sooner = await proposed(north, id, cut, "We cut emissions by 2030.");
    const halve = await proposed(south, id, cut, "We halve emissions by 2035.");
    const seen = async (one: { id: string; revision: number }) => ({
      id: one.id,
      revision: one.revision,
      textId: (await textOf(id)).id,
      reason: "",
    });
    expect(await refusal(accept(organizer, await seen(sooner), at))).toEqual([
      "obstacles",
      ["conflict_group"],
    ]);
    await consolidate(
      organizer,
      {
        id,
        textId: (await textOf(id)).id,
        amendmentIds: [sooner.id, halve.id],
        title: "",
        paragraphs: [{ id: cut, text: "We halve emissions by 2030." }],
        inserts: [],
        moves: [],
        reason: "",
      },
      at,
    );

    await sendRound(id, "REV.1");

    // What cannot be settled goes into brackets, and holds back the silence until it is.
    const lead = await proposed(works, id, buy, "We buy at least a third green steel.");
    await bracket(organizer, await seen(lead), at);
    const silence = async (deadline: string) => ({
      statementId: id,
      revisionId: (await textOf(id)).id,
      kind: "silence" as const,
      among: "parties" as const,
      opensAt: null,
      deadline,
      zone: "Europe/Stockholm",
      required: null,
      majority: "simple" as const,
    });
    expect(await refusal(open(organizer, await silence("2026-03-05T12:00"), at))).toEqual([
      "obstacles",
      ["brackets"],
    ]);
    const drafted = await textOf(id);
    const [passage] = bracketsOf(drafted.paragraphs[1]?.text ?? "");
    expect(passage?.options).toHaveLength(2);
    await settle(
      organizer,
      {
        id,
        basedOn: drafted.id,
        paragraphId: buy,
        index: 0,
        bracket: passage?.source ?? "",
        option: 1,
        reason: "Agreed at noon",
      },
      at,
    );
    await sendRound(id, "REV.2");

    // The first silence is broken at once; nothing of the text moves while it runs.
    const first = await open(organizer, await silence("2026-03-05T12:00"), on(0));
    const text = await textOf(id);
    expect((await refusal(write(id, [{ id: cut, kind: "operative", text: "Other words." }])))[0]).toBe(
      "text_locked",
    );
    const objection = {
      id: first.id,
      organisationId: south.organisationId,
      answer: "objects" as const,
      text: "We cannot say a third.",
      paragraphIds: [buy],
      seen: "",
    };
    expect(await answer(south, objection, on(1))).toEqual({ state: "broken" });
    expect(await close(house, { id: first.id }, on(4))).toBe("nothing");
    expect(await adoptionOf(db(), id)).toBeUndefined();

    // The second one holds: the deadline adopts, though nobody looks until a day later.
    const second = await open(organizer, await silence("2026-03-10T12:00"), on(4));
    const deadline = new Date("2026-03-10T11:00:00Z");
    const late = { ...objection, id: second.id };
    expect((await refusal(answer(south, late, deadline)))[0]).toBe("deadline_passed");
    expect(await close(house, { id: second.id }, on(9))).toBe("adopted");
    const adoption = await adoptionOf(db(), id);
    expect(adoption).toMatchObject({ method: "silence", adoptedAt: deadline, hash: text.hash });
    expect(hashOfText({ title: text.title, paragraphs: text.paragraphs })).toBe(adoption?.hash);
    expect((await refusal(write(id, [{ id: meet, kind: "operative", text: "Other words." }])))[0]).toBe(
      "statement_adopted",
    );

    // One endorses at once, one with a reservation, one ten days later.
    const said = { id, authority: "Minister for Industry", text: "", paragraphIds: [], replaces: null };
    const given = async (by: FocalPoint, more: object, when: Date) => {
      const one = await give(
        by,
        { ...said, kind: "endorses", givenOn: dayOf(when), ...more },
        undefined,
        when,
      );
      expect((await endorsementsOn(id, dayOf(when))).map((row) => row.id)).not.toContain(one.id);
      await verify(organizer, { id, positionId: one.id, replaces: null }, when);
    };
    await given(north, {}, on(8));
    const reserves = { kind: "endorses_with_reservation", text: "A third is our aim.", paragraphIds: [buy] };
    await given(south, reserves, on(9));
    const revisionId = text.id;
    await publish(
      organizer,
      { id, locale: "en", revisionId, publicFrom: null, zone: "UTC" } as never,
      on(10),
    );
    await given(works, {}, on(20));

    const who = async (day: Date) => (await endorsementsOn(id, dayOf(day))).map((one) => one.name.en);
    expect(await who(on(7))).toEqual([]);
    expect(await who(on(8))).toEqual(["North"]);
    expect(await who(on(9))).toEqual(["North", "South"]);
    expect(await who(on(19))).toEqual(["North", "South"]);
    expect(await who(on(20))).toEqual(["North", "South", "Works"]);
    const list = await endorsementsOn(id, dayOf(on(20)));
    expect(list.find((one) => one.kind === "endorses_with_reservation")?.paragraphIds).toEqual([buy]);
    expect(list.map((one) => columnOf(one.organisationKind))).toEqual(["company", "company", "company"]);
    const [{ slug } = { slug: "" }] = await db()
      .select({ slug: statements.slug })
      .from(statements)
      .where(eq(statements.id, id));
    expect(await publicStatement(slug, "en", on(9))).toBeUndefined();
    expect(await publicStatement(slug, "en", on(10))).toMatchObject({ adoptedHash: text.hash });
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { agendaItems } from "@/db/schema/agenda";
import { events } from "@/db/schema/events";
import { people } from "@/db/schema/people";
import { adoptions, statementPublications, statementRevisions, statements } from "@/db/schema/statements";
import { appoint } from "@/domain/people/appoint";
import { createOffice } from "@/domain/people/create-office";
import { adopt } from "@/domain/statements/adopt";
import { create } from "@/domain/statements/create";
import { edit } from "@/domain/statements/edit";
import { hashOfText } from "@/domain/statements/hash";
import { sessionsOf } from "@/domain/statements/organizer-queries";
import { publish } from "@/domain/statements/publish";
import { publicStatement, publicStatements } from "@/domain/statements/queries";
import { save } from "@/domain/statements/save";
import { withdraw } from "@/domain/statements/withdraw";
import { violation } from "@/lib/refusal";
import { door, editor, focalPoint, organizer, stranger } from "../../support/actors";
import { at, makeEvent, makeGroup, makeRelease } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);
let made = 0;

const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const text = (words: string, id = "") => ({ id, kind: "operative" as const, text: words });

async function begin(kind: "joint_statement" | "chairs_summary" = "joint_statement") {
  const slug = `statement-${++made}`;
  const { id } = await create(
    editor,
    { kind, slug, title: "On steel", eventId: null, authenticLocale: "en" },
    at,
  );
  return { id, slug };
}

async function heads(id: string, locale = "en") {
  const rows = await db().select().from(statementRevisions).where(eq(statementRevisions.statementId, id));
  return rows.filter((row) => row.locale === locale).toSorted((a, b) => b.number - a.number);
}

async function write(id: string, paragraphs: ReturnType<typeof text>[], locale: "en" | "sv" = "en") {
  const [base] = await heads(id, locale);
  const [source] = await heads(id, "en");
  return save(
    editor,
    {
      id,
      locale,
      basedOn: base?.id ?? null,
      translationOf: locale === "en" ? null : (source?.id ?? null),
      title: "On steel",
      note: "",
      paragraphs,
    },
    at,
  );
}

async function adopted(kind?: "joint_statement") {
  const statement = await begin(kind);
  const { id: revisionId } = await write(statement.id, [text("We agree."), text("We will meet again.")]);
  const record = {
    id: statement.id,
    revisionId,
    method: "consensus" as const,
    adoptedAt: "2026-03-01T12:00",
    zone: "Europe/Stockholm",
    agendaItemId: null,
    chairId: null,
  };
  await adopt(organizer, record, at);
  return { ...statement, revisionId, record };
}

const now = { publicFrom: null, zone: "Europe/Stockholm" };

describe("the text", () => {
  it("is saved as revisions with permanent paragraph ids", async () => {
    const { id } = await begin();
    await write(id, [text("One."), text("Two.")]);
    const [second] = await heads(id);
    const [one, two] = second?.paragraphs ?? [];
    await write(id, [text("Two, changed.", two?.id), text("New."), text("One.", one?.id)]);
    const [third] = await heads(id);
    expect(third?.number).toBe(3);
    expect(third?.basedOnId).toBe(second?.id);
    expect(third?.paragraphs[0]?.id).toBe(two?.id);
    expect(third?.hash).toBe(hashOfText({ title: "On steel", paragraphs: third?.paragraphs ?? [] }));
    expect((await heads(id)).find((head) => head.id === second?.id)?.paragraphs).toEqual(second?.paragraphs);
  });

  it("refuses a stale save with the conflict, and of two at once exactly one wins", async () => {
    const { id } = await begin();
    const first = await write(id, [text("We agree.")]);
    const own = first.paragraphs[0]?.id;
    const input = (words: string) => ({
      id,
      locale: "en" as const,
      basedOn: first.id,
      translationOf: null,
      title: "On steel",
      note: "",
      paragraphs: [text(words, own)],
    });
    const both = await Promise.allSettled([
      save(editor, input("Mine."), at),
      save(editor, input("Yours."), at),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const error = await refused("stale", () => save(editor, input("Late."), at));
    const [latest] = await heads(id);
    expect(error.attached).toMatchObject({
      latest: { id: latest?.id, number: 3 },
      conflicts: [
        {
          paragraphId: own,
          base: { text: "We agree." },
          theirs: { text: expect.stringMatching(/Mine|Yours/) },
          mine: { text: "Late." },
        },
      ],
    });
    expect(await heads(id)).toHaveLength(3);
  });

  it("refuses paragraphs of another statement, twice the same, and hands that may not write", async () => {
    const { id } = await begin();
    const other = await begin();
    await write(other.id, [text("Theirs.")]);
    const [theirs] = await heads(other.id);
    const foreign = theirs?.paragraphs[0]?.id ?? "";
    await refused("foreign_paragraph", () => write(id, [text("Stolen.", foreign)]));
    await refused("foreign_paragraph", () => write(other.id, [text("A", foreign), text("B", foreign)]));
    for (const actor of [door, focalPoint, stranger]) {
      await refused("not_allowed", () =>
        save(
          actor,
          { id, locale: "en", basedOn: null, translationOf: null, title: "x", note: "", paragraphs: [] },
          at,
        ),
      );
    }
  });

  it("is a translation of a named authentic revision", async () => {
    const { id } = await begin();
    await write(id, [text("One.")]);
    const [source] = await heads(id);
    await write(id, [text("Ett.", source?.paragraphs[0]?.id)], "sv");
    expect((await heads(id, "sv"))[0]).toMatchObject({ translationOfId: source?.id, number: 1 });
    await refused("no_source", () =>
      save(
        editor,
        {
          id,
          locale: "sv",
          basedOn: source?.id ?? null,
          translationOf: null,
          title: "x",
          note: "",
          paragraphs: [text("x")],
        },
        at,
      ).catch((error) => {
        if (error.code === "stale")
          return save(
            editor,
            {
              id,
              locale: "sv",
              basedOn: error.attached.latest.id,
              translationOf: null,
              title: "x",
              note: "",
              paragraphs: [text("x")],
            },
            at,
          );
        throw error;
      }),
    );
  });

  it("cannot be changed in the table either", async () => {
    const { id } = await begin();
    const change = db()
      .update(statementRevisions)
      .set({ title: "Forged" })
      .where(eq(statementRevisions.statementId, id));
    expect(violation(await change.catch((error) => error))?.state).toBe("23001");
    const erase = db().delete(statementRevisions).where(eq(statementRevisions.statementId, id));
    expect(violation(await erase.catch((error) => error))?.state).toBe("23001");
  });
});

describe("facts", () => {
  it("are changed on a revision, with an address of their own", async () => {
    const { id } = await begin();
    const other = await begin();
    const facts = { id, revision: 1, kind: "summit_statement" as const, slug: "renamed", eventId: null };
    expect(await edit(editor, facts, at)).toEqual({ revision: 2 });
    await refused("stale", () => edit(editor, facts, at));
    await refused("slug_taken", () => edit(editor, { ...facts, revision: 2, slug: other.slug }, at));
    await refused("not_allowed", () => edit(focalPoint, { ...facts, revision: 2 }, at));
    await refused("slug_taken", () =>
      create(
        editor,
        { kind: "joint_statement", slug: other.slug, title: "x", eventId: null, authenticLocale: "en" },
        at,
      ),
    );
    await refused("no_such_event", () =>
      create(
        editor,
        {
          kind: "joint_statement",
          slug: "with-event",
          title: "x",
          eventId: crypto.randomUUID(),
          authenticLocale: "en",
        },
        at,
      ),
    );
    await refused("not_allowed", () =>
      create(
        stranger,
        { kind: "joint_statement", slug: "s", title: "x", eventId: null, authenticLocale: "en" },
        at,
      ),
    );
  });
});

describe("adoption", () => {
  it("binds the hash of the text, and freezes it for everyone", async () => {
    const statement = await adopted();
    const [record] = await db().select().from(adoptions).where(eq(adoptions.statementId, statement.id));
    const [head] = await heads(statement.id);
    expect(record).toMatchObject({ hash: head?.hash, adoptedAt: new Date("2026-03-01T11:00:00Z") });
    await refused("statement_adopted", () => write(statement.id, [text("Changed after all.")]));
    const forged = db().insert(statementRevisions).values({
      statementId: statement.id,
      locale: "en",
      number: 9,
      title: "x",
      paragraphs: [],
      hash: "x",
      savedByName: "x",
    });
    expect(violation(await forged.catch((error) => error))?.state).toBe("23001");
    const rebound = db().update(adoptions).set({ hash: "x" }).where(eq(adoptions.statementId, statement.id));
    expect(violation(await rebound.catch((error) => error))?.state).toBe("23001");
    await write(statement.id, [text("Vi är överens.")], "sv");
  });

  it("is refused twice, for an older text, for an empty one, before its time, and by who may not", async () => {
    const { id } = await begin();
    const [empty] = await heads(id);
    const record = {
      id,
      revisionId: empty?.id ?? "",
      method: "vote" as const,
      adoptedAt: "2026-03-01T12:00",
      zone: "UTC",
      agendaItemId: null,
      chairId: null,
    };
    expect((await refused("obstacles", () => adopt(organizer, record, at))).attached).toEqual(["no_text"]);
    const { id: revisionId } = await write(id, [text("We agree.")]);
    expect((await refused("obstacles", () => adopt(organizer, record, at))).attached).toEqual(["not_latest"]);
    const future = { ...record, revisionId, adoptedAt: "2026-03-03T12:00" };
    expect((await refused("obstacles", () => adopt(organizer, future, at))).attached).toEqual([
      "in_the_future",
    ]);
    await refused("time_not_unique", () =>
      adopt(
        organizer,
        { ...record, revisionId, adoptedAt: "2025-03-30T02:30", zone: "Europe/Stockholm" },
        at,
      ),
    );
    await refused("no_such_item", () =>
      adopt(organizer, { ...record, revisionId, agendaItemId: crypto.randomUUID() }, at),
    );
    await refused("no_such_person", () =>
      adopt(organizer, { ...record, revisionId, chairId: crypto.randomUUID() }, at),
    );
    for (const actor of [editor, door, focalPoint, stranger]) {
      await refused("not_allowed", () => adopt(actor, { ...record, revisionId }, at));
    }
    await adopt(organizer, { ...record, revisionId }, at);
    expect(
      (await refused("obstacles", () => adopt(organizer, { ...record, revisionId }, at))).attached,
    ).toContain("adopted");
  });
});

describe("the session and the chair of an adoption", () => {
  async function inEvent(announcedAt: Date | null) {
    const event = await makeEvent({ announcedAt });
    const item = (kind: "closing" | "hold") =>
      db()
        .insert(agendaItems)
        .values({
          eventId: event.id,
          kind,
          title: { en: kind },
          startsAt: event.startsAt,
          endsAt: event.endsAt,
        })
        .returning()
        .then(([row]) => row?.id ?? "");
    const [session, hold] = [await item("closing"), await item("hold")];
    const { id, slug } = await begin("joint_statement");
    await db().update(statements).set({ eventId: event.id }).where(eq(statements.id, id));
    const { id: revisionId } = await write(id, [text("We agree.")]);
    const record = {
      id,
      revisionId,
      method: "consensus" as const,
      adoptedAt: "2026-03-01T12:00",
      zone: "Europe/Stockholm",
      agendaItemId: session,
      chairId: null,
    };
    return { event, id, slug, revisionId, session, hold, record };
  }

  it("is public once the event is, and never an internal hold", async () => {
    const { event, id, slug, revisionId, session, hold, record } = await inEvent(null);
    expect((await sessionsOf(organizer, event.id)).map((one) => one.id)).toEqual([session]);
    await refused("no_such_item", () => adopt(organizer, { ...record, agendaItemId: hold }, at));
    await adopt(organizer, record, at);
    await publish(organizer, { id, locale: "en", revisionId, ...now }, at);
    const shown = async () => (await publicStatement(slug, "en", later(1)))?.session;
    expect(await shown()).toBeNull();
    await db().update(events).set({ announcedAt: at }).where(eq(events.id, event.id));
    expect(await shown()).toBeNull();
    await makeRelease(event.id);
    expect(await shown()).toEqual({ en: "closing" });
    await db().update(agendaItems).set({ kind: "hold" }).where(eq(agendaItems.id, session));
    await makeRelease(event.id, 1);
    expect(await shown()).toBeNull();
  });

  it("names nobody who neither agreed to be named nor held an office that day", async () => {
    const { id, record } = await inEvent(at);
    const [person] = await db().insert(people).values({ name: "Kim Vale", sortName: "Vale Kim" }).returning();
    const chaired = { ...record, chairId: person?.id ?? "" };
    await refused("chair_not_nameable", () => adopt(organizer, chaired, at));
    const office = await createOffice(editor, { title: { en: "Minister" }, organisationId: null }, at);
    const held = { personId: chaired.chairId, officeId: office.id, fromPrecision: "day" as const };
    await appoint(editor, { ...held, fromOn: "2026-03-02", toOn: null }, at);
    await refused("chair_not_nameable", () => adopt(organizer, chaired, at));
    await appoint(editor, { ...held, fromOn: "2026-02-01", toOn: "2026-03-02" }, at);
    await adopt(organizer, chaired, at);
    const [row] = await db().select().from(adoptions).where(eq(adoptions.statementId, id));
    expect(row?.chairName).toBe("Kim Vale, Minister");
  });
});

describe("publication", () => {
  it("makes the adopted text public from its instant on, and not before", async () => {
    const { id, slug, revisionId } = await adopted();
    await publish(
      organizer,
      { id, locale: "en", revisionId, publicFrom: "2026-03-02T12:00", zone: "Europe/Stockholm" },
      at,
    );
    expect(await publicStatement(slug, "en", later(119))).toBeUndefined();
    expect((await publicStatements(later(119))).some((one) => one.id === id)).toBe(false);
    expect((await publicStatement(slug, "en", later(120)))?.title).toBe("On steel");
    expect(await publicStatement(slug, "sv", later(120))).toMatchObject({ locale: "en", published: ["en"] });
  });

  it("is refused without adoption, for another text than was seen, twice, in the past, and by who may not", async () => {
    const draft = await begin();
    const { id: draftText } = await write(draft.id, [text("Not yet.")]);
    const error = await refused("obstacles", () =>
      publish(organizer, { id: draft.id, locale: "en", revisionId: draftText, ...now }, at),
    );
    expect(error.attached).toEqual(["not_adopted"]);
    const { id, revisionId } = await adopted();
    const input = { id, locale: "en" as const, revisionId, ...now };
    await refused("stale", () => publish(organizer, { ...input, revisionId: draftText }, at));
    await refused("in_the_past", () => publish(organizer, { ...input, publicFrom: "2026-03-01T12:00" }, at));
    for (const actor of [editor, door, focalPoint, stranger])
      await refused("not_allowed", () => publish(actor, input, at));
    await publish(organizer, input, at);
    expect((await refused("obstacles", () => publish(organizer, input, at))).attached).toEqual([
      "already_public",
    ]);
  });

  it("lets a chair's summary out without adoption", async () => {
    const { id, slug } = await begin("chairs_summary");
    const { id: revisionId } = await write(id, [text("The chair noted.")]);
    await publish(organizer, { id, locale: "en", revisionId, ...now }, at);
    expect(await publicStatement(slug, "en", at)).toBeDefined();
  });

  it("holds back a translation of an older text", async () => {
    const statement = await begin();
    await write(statement.id, [text("First.")]);
    await write(statement.id, [text("Först.")], "sv");
    const { id: revisionId } = await write(statement.id, [text("Second.")]);
    await adopt(
      organizer,
      {
        id: statement.id,
        revisionId,
        method: "written",
        adoptedAt: "2026-03-01T12:00",
        zone: "UTC",
        agendaItemId: null,
        chairId: null,
      },
      at,
    );
    const [swedish] = await heads(statement.id, "sv");
    const error = await refused("obstacles", () =>
      publish(organizer, { id: statement.id, locale: "sv", revisionId: swedish?.id ?? "", ...now }, at),
    );
    expect(error.attached).toEqual(["outdated"]);
  });

  it("is taken back with a reason, which the database wants too", async () => {
    const { id, slug, revisionId } = await adopted();
    const { id: publicationId } = await publish(organizer, { id, locale: "en", revisionId, ...now }, at);
    await refused("not_allowed", () => withdraw(editor, { id, publicationId, reason: "x" }, at));
    const bare = db()
      .update(statementPublications)
      .set({ withdrawnAt: at })
      .where(eq(statementPublications.id, publicationId));
    expect(violation(await bare.catch((error) => error))?.constraint).toBe("statement_publications_reason");
    await withdraw(organizer, { id, publicationId, reason: "Published too early" }, later(5));
    expect(await publicStatement(slug, "en", later(4))).toBeDefined();
    expect(await publicStatement(slug, "en", later(5))).toBeUndefined();
    await refused("withdrawn", () => withdraw(organizer, { id, publicationId, reason: "again" }, later(6)));
  });
});

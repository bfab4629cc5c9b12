import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { printedStatement } from "@/app/[locale]/(public)/statements/[slug]/pdf/printed";
import { GET } from "@/app/[locale]/(public)/statements/[slug]/pdf/route";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { history } from "@/db/schema/history";
import { statementPrints } from "@/db/schema/statement-publishing";
import { endorsementsOn } from "@/domain/positions/queries";
import { record } from "@/domain/positions/record";
import { print } from "@/domain/statements/print";
import { publish } from "@/domain/statements/publish";
import { type ReadableStatement, readableStatement } from "@/domain/statements/readable";
import { withdraw } from "@/domain/statements/withdraw";
import { drawnSheet } from "@/lib/pdf/sheet";
import { focalPoint, house, organizer, stranger } from "../../support/actors";
import { makeAdopted, makeMember, makePublic, makeStatement } from "../../support/adopted";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);

const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const reading = ({ slug }: { slug: string }) => ({ slug, locale: "en" as const });
const printsOf = (id: string) =>
  db().select().from(statementPrints).where(eq(statementPrints.statementId, id));

/** Never the same twice, as a drawing with its time in it. */
let count = 0;
const draw = async (statement: ReadableStatement) => Buffer.from(`%PDF ${statement.title} ${++count}`);

const endorsed = async (
  id: string,
  name: string,
  kind: "endorses" | "endorses_with_reservation" = "endorses",
) => {
  const { organisation } = await makeMember(name);
  await record(
    organizer,
    {
      id,
      organisationId: organisation.id,
      kind,
      givenOn: "2026-03-01",
      authority: "",
      text: kind === "endorses" ? "" : "But not of the second paragraph.",
      paragraphIds: [],
      replaces: null,
    } as unknown as Parameters<typeof record>[1],
    undefined,
    at,
  );
};

describe("the print of an adopted text", () => {
  it("is made once and kept with the hash of its bytes; the same is served later, though endorsements came", async () => {
    const statement = await makePublic();
    const first = await print(house, reading(statement), draw, at);
    const [row, ...more] = await printsOf(statement.id);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ locale: "en", revisionId: statement.revisionId, printedAt: at });
    const [file] = await db()
      .select()
      .from(files)
      .where(eq(files.id, row?.fileId ?? ""));
    const hash = createHash("sha256")
      .update(file?.content ?? "")
      .digest("hex");
    expect([row?.sha256, file?.sha256, first.sha256]).toEqual([hash, hash, hash]);
    expect(file).toMatchObject({ purpose: "statement", eventId: null, contentType: "application/pdf" });
    await endorsed(statement.id, "Late Works");
    const second = await print(house, { ...reading(statement), locale: "sv" }, draw, later(60));
    expect(Buffer.compare(Buffer.from(second.content), Buffer.from(first.content))).toBe(0);
    const deeds = await db().select().from(history).where(eq(history.subjectId, statement.id));
    expect(deeds.filter((one) => one.action === "statement.print")).toHaveLength(1);
  });

  it("is one for two who ask at once", async () => {
    const statement = await makePublic();
    let drawing = 0;
    let both = () => {};
    const together = new Promise<void>((resolve) => {
      both = resolve;
    });
    const slow = async (one: ReadableStatement) => {
      if (++drawing === 2) both();
      await together;
      return draw(one);
    };
    const [a, b] = await Promise.all([
      print(house, reading(statement), slow, at),
      print(house, reading(statement), slow, at),
    ]);
    expect(drawing).toBe(2);
    expect(a.sha256).toBe(b.sha256);
    expect(await printsOf(statement.id)).toHaveLength(1);
  });

  it("does not change and cannot be taken away", async () => {
    const statement = await makePublic();
    await print(house, reading(statement), draw, at);
    const own = eq(statementPrints.statementId, statement.id);
    await expect(db().update(statementPrints).set({ sha256: "" }).where(own)).rejects.toThrow();
    await expect(db().delete(statementPrints).where(own)).rejects.toThrow();
  });

  it("is made for nobody of what is not public, and not of what was taken back while it was drawn", async () => {
    const draft = await makeAdopted();
    await refused("not_found", () => print(house, reading(draft), draw, at));
    const embargoed = { id: draft.id, revisionId: draft.revisionId, locale: "en", zone: "Europe/Stockholm" };
    await publish(
      organizer,
      { ...embargoed, publicFrom: "2027-01-01T12:00" } as Parameters<typeof publish>[1],
      at,
    );
    await refused("not_found", () => print(house, reading(draft), draw, at));
    const early = await makePublic();
    const takeBack = () =>
      withdraw(organizer, { ...early, reason: "Too soon.", kind: "too_early", leadsToId: null }, later(1));
    const outcome = print(
      house,
      reading(early),
      async (one) => {
        await takeBack();
        return draw(one);
      },
      later(2),
    );
    await expect(outcome).rejects.toMatchObject({ code: "not_found" });
    expect([...(await printsOf(draft.id)), ...(await printsOf(early.id))]).toEqual([]);
  });

  it("stays as it is where the text is withdrawn, and goes with the page of one in error", async () => {
    const [withdrawn, wrong, unread] = [await makePublic(), await makePublic(), await makePublic()];
    const before = await print(house, reading(withdrawn), draw, at);
    await print(house, reading(wrong), draw, at);
    const back = { reason: "Because.", leadsToId: null };
    await withdraw(organizer, { ...withdrawn, ...back, kind: "withdrawn" }, later(5));
    await withdraw(organizer, { ...unread, ...back, kind: "withdrawn" }, later(5));
    await withdraw(organizer, { ...wrong, ...back, kind: "error" }, later(5));
    expect((await print(house, reading(withdrawn), draw, later(6))).sha256).toBe(before.sha256);
    await print(house, reading(unread), draw, later(6));
    expect(await printsOf(unread.id)).toHaveLength(1);
    await refused("not_found", () => print(house, reading(wrong), draw, later(6)));
  });

  it("is the house's to make", async () => {
    const statement = await makePublic();
    for (const actor of [stranger, focalPoint, organizer])
      await refused("not_allowed", () => print(actor, reading(statement), draw, at));
  });
});

it("a chair's summary is drawn anew and not kept", async () => {
  const { id, slug, revisionId } = await makeStatement("chairs_summary");
  const now = { publicFrom: null, zone: "Europe/Stockholm" };
  await publish(organizer, { id, revisionId, locale: "en", ...now } as Parameters<typeof publish>[1], at);
  const first = await print(house, { slug, locale: "en" }, draw, at);
  const second = await print(house, { slug, locale: "en" }, draw, at);
  expect(first.sha256).not.toBe(second.sha256);
  expect(await printsOf(id)).toEqual([]);
});

it("what is printed: the text with its signs, what was said, who endorses on the day, and the hash of the text", async () => {
  const statement = await makePublic();
  await endorsed(statement.id, "Plain Works");
  await endorsed(statement.id, "Careful Works", "endorses_with_reservation");
  const found = await readableStatement(statement.slug, "en", later(1));
  if (!found) throw new Error("not public");
  const [first] = found.paragraphs;
  if (!first) throw new Error("no paragraph");
  found.paragraphs = [{ ...first, text: "We *agree*^[Or nearly.] on [steel](https://example.org/)." }];
  const endorsements = await endorsementsOn(statement.id, "2026-03-02");
  const facts = { group: { en: "The group" }, endorsements, day: "2026-03-02", at };
  const sheet = printedStatement(found, facts);
  const line = sheet.blocks.find((one) => one.kind === "paragraph" && one.marker === "1.");
  expect(line).toMatchObject({
    words: [
      { text: "We " },
      { text: "agree", italic: true },
      { text: "\u200e1", raised: true },
      { text: " on " },
      { text: "steel", href: "https://example.org/" },
      { text: "." },
    ],
  });
  const all = JSON.stringify(sheet.blocks);
  expect(all).toContain("Or nearly.");
  expect(all).toContain("Plain Works");
  expect(all).toContain("But not of the second paragraph.");
  expect(all).toContain("2 March 2026");
  expect(all).toContain(found.adoptedHash);
  expect(all).toContain(`/en/statements/${statement.slug}`);
  expect(
    Buffer.from(await drawnSheet(sheet))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

it("the address answers with the kept bytes and their hash, and with nothing where nothing is public", async () => {
  const [statement, draft] = [await makePublic(), await makeAdopted()];
  const asked = (slug: string, known?: string) =>
    GET(new Request("http://localhost/", known ? { headers: { "if-none-match": known } } : {}), {
      params: Promise.resolve({ locale: "sv", slug }),
    });
  const [one, other] = await Promise.all([asked(statement.slug), asked(statement.slug)]);
  const content = Buffer.from(await one.arrayBuffer());
  expect(content.subarray(0, 5).toString()).toBe("%PDF-");
  expect(Buffer.compare(Buffer.from(await other.arrayBuffer()), content)).toBe(0);
  const [row] = await printsOf(statement.id);
  expect([one.headers.get("etag"), other.headers.get("etag")]).toEqual(Array(2).fill(`"${row?.sha256}"`));
  expect(createHash("sha256").update(content).digest("hex")).toBe(row?.sha256);
  expect((await asked(statement.slug, `W/"${row?.sha256}"`)).status).toBe(304);
  expect((await asked(draft.slug)).status).toBe(404);
});

import crypto from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { previewLinks } from "@/db/schema/announcement-publishing";
import { saveEdition } from "@/domain/announcements/save-edition";
import { create } from "@/domain/preview-links/create";
import { openPreviewLink, previewLinksOf } from "@/domain/preview-links/queries";
import { revoke } from "@/domain/preview-links/revoke";
import { door, editor, focalPoint, organizer, protocol, stranger } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, lifts, published, written } from "../announcements/fixture";
import { deedsOf } from "../members/fixture";

beforeAll(makeGroup);

const days = (n: number) => new Date(at.getTime() + n * 86_400_000);

async function link(locale: "en" | "sv" = "en", facts: { days?: number; id?: string } = {}) {
  const id = facts.id ?? (await written());
  const { token } = await create(editor, { id, locale, note: "The embassy", days: facts.days ?? 7 }, at);
  const [row] = (await previewLinksOf(editor, id, at)).filter((one) => one.locale === locale);
  return { id, token, linkId: row?.id ?? "" };
}

describe("a preview link", () => {
  test("opens the latest text of its language, whatever is saved after it was made", async () => {
    const { id, token } = await link("sv");
    expect(await openPreviewLink(token, at)).toMatchObject({ edition: { title: "Ord", locale: "sv" } });
    await saveEdition(editor, await edition(id, "sv", "Nyare ord"), at);
    expect(await openPreviewLink(token, at)).toMatchObject({ edition: { title: "Nyare ord" } });
  });

  test("is kept as a hash only, and told of in the history without it", async () => {
    const { id, token } = await link();
    expect(JSON.stringify(await db().select().from(previewLinks))).not.toContain(token);
    const deeds = await deedsOf(id);
    expect(deeds.at(-1)).toMatchObject({
      action: "announcement.preview",
      details: { language: "en", days: 7 },
    });
    expect(JSON.stringify(deeds)).not.toContain(token);
  });

  test("ends at its time", async () => {
    const { token } = await link("en", { days: 2 });
    expect(await openPreviewLink(token, new Date(days(2).getTime() - 1))).toBeDefined();
    expect(await openPreviewLink(token, days(2))).toBeUndefined();
  });

  test("ends when it is taken back, once", async () => {
    const { id, token, linkId } = await link();
    await revoke(organizer, { id, linkId }, at);
    expect(await openPreviewLink(token, at)).toBeUndefined();
    expect(await previewLinksOf(editor, id, at)).toMatchObject([{ state: "revoked" }]);
    await refused("already_revoked", () => revoke(editor, { id, linkId }, at));
  });

  test("leads to the page from the instant its language is public, and not that of the other", async () => {
    const id = await written();
    const en = await link("en", { id, days: 20 });
    const sv = await link("sv", { id, days: 20 });
    await published(id, ["en"], lifts.local);
    const before = new Date(lifts.instant.getTime() - 1);
    expect(await openPreviewLink(en.token, before)).toMatchObject({ edition: { title: "Words" } });
    expect(await openPreviewLink(en.token, lifts.instant)).toMatchObject({ locale: "en" });
    expect(await openPreviewLink(en.token, lifts.instant)).not.toHaveProperty("edition");
    expect(await openPreviewLink(sv.token, lifts.instant)).toMatchObject({ edition: { title: "Ord" } });
  });

  test("made for a correction of what is public waits for it", async () => {
    const id = await written();
    await published(id, ["en"]);
    await saveEdition(editor, await edition(id, "en", "Corrected"), at);
    const { token } = await link("en", { id });
    expect(await openPreviewLink(token, days(1))).toMatchObject({ edition: { title: "Corrected" } });
    await published(id, ["en"], null, days(2), { major: false });
    expect(await openPreviewLink(token, days(2))).toHaveProperty("slug");
  });

  test("is none of ours where it is made up", async () => {
    expect(await openPreviewLink("made-up", at)).toBeUndefined();
  });

  test("is given and taken back by who writes announcements", async () => {
    const { id, linkId } = await link();
    for (const actor of [door, protocol, focalPoint, stranger]) {
      await refused("not_allowed", () => create(actor, { id, locale: "en", note: "", days: 1 }, at));
      await refused("not_allowed", () => revoke(actor, { id, linkId }, at));
      expect(await previewLinksOf(actor, id, at)).toEqual([]);
    }
    await refused("not_found", () => revoke(editor, { id, linkId: crypto.randomUUID() }, at));
    const english = await written({}, ["en"]);
    await refused("no_source", () => create(editor, { id: english, locale: "sv", note: "", days: 1 }, at));
  });
});

import { beforeAll, expect, it } from "vitest";
import { comparedEditions } from "@/domain/announcements/comparison/queries";
import { saveEdition } from "@/domain/announcements/save-edition";
import { door, editor, focalPoint, organizer, protocol, stranger, user } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { edition, rowsOf, written } from "./fixture";

beforeAll(makeGroup);

/** An announcement whose English text was saved once more. */
async function rewritten() {
  const id = await written();
  await saveEdition(organizer, await edition(id, "en", "Other words"), at);
  const { revisions } = await rowsOf(id);
  const of = (locale: string) => revisions.filter((one) => one.locale === locale).map((one) => one.id);
  const [fromId = "", toId = ""] = of("en").slice(-2);
  return { announcementId: id, fromId, toId, swedish: of("sv")[0] ?? "" };
}

it("compares two revisions of a language for those who may read them in the workspace, and nobody else", async () => {
  const { swedish: _, ...asked } = await rewritten();
  for (const actor of [user("admin"), organizer, editor]) {
    const { locale, changes } = await comparedEditions(actor, asked);
    expect(locale).toBe("en");
    const title = changes.find((change) => change.id === "title");
    expect(title).toMatchObject({ kind: "changed", after: { text: "Other words" } });
  }
  for (const actor of [protocol, door, focalPoint, stranger])
    await refused("not_allowed", () => comparedEditions(actor, asked));
});

it("finds no revision of another announcement, of another language, or that is not there", async () => {
  const { swedish, ...asked } = await rewritten();
  const other = await rewritten();
  const wrong = [swedish, other.fromId, "00000000-0000-4000-8000-000000000000"];
  for (const fromId of wrong)
    await refused("not_found", () => comparedEditions(organizer, { ...asked, fromId }));
  await refused("not_found", () =>
    comparedEditions(organizer, { ...asked, announcementId: other.announcementId }),
  );
});

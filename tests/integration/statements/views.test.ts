import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { amendments, statementCirculations, statementParties } from "@/db/schema/negotiations";
import type { Actor } from "@/domain/access/actor";
import { create } from "@/domain/statements/create";
import { textInput } from "@/domain/statements/input";
import { latestRevision } from "@/domain/statements/lock";
import { save } from "@/domain/statements/save";
import { viewAtDesk, viewForOrganizer } from "@/domain/statements/views/queries";
import { door, editor, organizer, stranger, user } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { refused } from "../../support/refused";

beforeAll(makeGroup);
let made = 0;

const focalPointOf = (organisationId: string): Actor => ({ ...user("focal_point"), organisationId });

/** A statement of three revisions, of which the second was sent round to one organisation. */
async function negotiated() {
  const facts = { kind: "joint_statement", eventId: null, authenticLocale: "en" } as const;
  const { id } = await create(editor, { ...facts, slug: `viewed-${++made}`, title: "On steel" }, at);
  const write = async (paragraphs: object[]) => {
    const base = await latestRevision(db(), id, "en");
    const common = { id, locale: "en", basedOn: base?.id, translationOf: "", title: "On steel", note: "" };
    return save(editor, textInput.parse({ ...common, paragraphs }), at);
  };
  const first = await latestRevision(db(), id, "en");
  const party = await makeOrganisation("Party Works");
  const second = await write([{ kind: "operative", text: "We act [by 2030|by 2035]." }]);
  const [paragraph] = second.paragraphs;
  const third = await write([
    { id: paragraph?.id, kind: "operative", text: "We act by 2030." },
    { kind: "operative", text: "We meet.", splitFrom: paragraph?.id },
  ]);
  await db().insert(statementParties).values({
    statementId: id,
    organisationId: party.id,
    invitedBy: "Ravi",
  });
  await db().insert(statementCirculations).values({
    statementId: id,
    revisionId: second.id,
    number: 0,
    circulatedAt: at,
    circulatedBy: "Ravi",
  });
  await db()
    .insert(amendments)
    .values({
      statementId: id,
      number: 1,
      revisionId: second.id,
      kind: "replace",
      paragraphId: paragraph?.id,
      base: second.paragraphs,
      baseTitle: "On steel",
      proposal: { text: "We act now." },
      reason: "It is late.",
      organisationId: party.id,
      proposedBy: "Karin",
      proposedAt: at,
    });
  return { id, first, second, third, paragraph, party };
}

describe("looking at a revision", () => {
  it("shows the secretariat every one, what is proposed, and what was done between two", async () => {
    const { id, second, third, paragraph } = await negotiated();
    const viewed = await viewForOrganizer(editor, {
      statementId: id,
      revisionId: third.id,
      againstId: second.id,
    });
    expect(viewed.heads.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(viewed.against?.circulation).toBe(0);
    expect(viewed.operations).toMatchObject([{ kind: "split", paragraphId: paragraph?.id }]);
    expect(viewed.amendments).toMatchObject([{ number: 1, proposal: { text: "We act now." } }]);
    const back = await viewForOrganizer(editor, {
      statementId: id,
      revisionId: second.id,
      againstId: third.id,
    });
    expect(back.operations).toEqual([]);
  });

  it("shows a party what was sent round to it, and nothing else", async () => {
    const { id, second, third, party } = await negotiated();
    const karin = focalPointOf(party.id);
    const viewed = await viewAtDesk(karin, { statementId: id, revisionId: second.id, againstId: third.id });
    expect(viewed.heads.map((head) => head.id)).toEqual([second.id]);
    expect(viewed.against).toBeUndefined();
    await refused("not_found", () => viewAtDesk(karin, { statementId: id, revisionId: third.id }));
    const other = await negotiated();
    await refused("not_found", () => viewAtDesk(karin, { statementId: other.id, revisionId: second.id }));
    await refused("not_found", () =>
      viewAtDesk(karin, { statementId: other.id, revisionId: other.second.id }),
    );
    await refused("not_found", () =>
      viewForOrganizer(editor, { statementId: id, revisionId: other.second.id }),
    );
  });

  it("shows nothing to whoever is no party", async () => {
    const { id, second } = await negotiated();
    const wanted = { statementId: id, revisionId: second.id };
    const outsider = focalPointOf((await makeOrganisation("Other Works")).id);
    await refused("not_found", () => viewAtDesk(outsider, wanted));
    await refused("not_found", () => viewAtDesk(focalPointOf(randomUUID()), wanted));
    for (const actor of [door, stranger]) {
      await refused("not_allowed", () => viewAtDesk(actor, wanted));
      await refused("not_allowed", () => viewForOrganizer(actor, wanted));
    }
    await refused("not_allowed", () => viewForOrganizer(outsider, wanted));
    expect((await viewForOrganizer(organizer, wanted)).revision.id).toBe(second.id);
  });
});

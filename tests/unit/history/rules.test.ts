import { describe, expect, it } from "vitest";
import { type Role, roles, type SubjectKind, subjectKinds } from "@/db/enums";
import type { Actor } from "@/domain/access/actor";
import { readableKinds } from "@/domain/history/rules";

/** Whose history each role reads, written a second time and by hand. */
const participants = [
  "participation",
  "delegation",
  "invitation",
  "question",
  "import",
  "mailing",
  "reminder",
  "participant_list",
] as const;
const texts = [
  "organisation",
  "person",
  "office",
  "appointment",
  "statement",
  "announcement",
  "boilerplate",
  "media",
  "release",
  "commitment",
] as const;
const settings: readonly SubjectKind[] = ["group", "period", "webhook"];
const table: Record<Role, readonly SubjectKind[]> = {
  admin: subjectKinds,
  organizer: subjectKinds.filter((kind) => !settings.includes(kind)),
  protocol: ["event", ...participants],
  editor: ["event", ...texts],
  door: [],
  focal_point: [],
};

describe("whose history one may read", () => {
  it.each(roles)("as %s", (role) => {
    const actor: Actor = { kind: "user", id: "u", name: "u", role, organisationId: "o" };
    expect(readableKinds(actor).toSorted()).toEqual(table[role].toSorted());
  });

  it("is nobody's for whoever is not signed in", () => {
    expect(readableKinds({ kind: "public" })).toEqual([]);
    expect(readableKinds({ kind: "participant", participationId: "p", eventId: "e" })).toEqual([]);
  });
});

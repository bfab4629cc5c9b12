import { expect, test } from "vitest";
import { editMembershipInput, membershipInput } from "@/domain/members/input";

const organisationId = "0190a000-0000-7000-8000-000000000001";
const sent = {
  organisationId,
  joinedOn: "2024-06-25",
  joinedPrecision: "day",
  leftOn: "",
  leftPrecision: "",
};

test("a spell without an end has no precision of its end", () => {
  expect(membershipInput.parse({ ...sent, leftPrecision: "month" })).toMatchObject({
    leftOn: null,
    leftPrecision: null,
    known: false,
    note: "",
  });
});

test("an end without a precision is known to the day", () => {
  expect(membershipInput.parse({ ...sent, leftOn: "2025-01-01" })).toMatchObject({ leftPrecision: "day" });
});

test.each(["2024-06-25", "2024-06-24"])("an end on %s, not after the beginning, is refused", (leftOn) => {
  const { error } = membershipInput.safeParse({ ...sent, leftOn });
  expect(error?.issues).toMatchObject([{ path: ["leftOn"], message: "validation.endsBeforeStart" }]);
});

test.each([
  { joinedOn: "2024-02-30" },
  { joinedOn: "" },
  { joinedOn: ["2024-06-25", "2024-06-25"] },
  { joinedPrecision: "century" },
  { organisationId: "se" },
  { note: "\u0000" },
  { note: "x".repeat(2_001) },
])("%j is refused", (wrong) => {
  expect(membershipInput.safeParse({ ...sent, ...wrong }).success).toBe(false);
});

test("a change names the spell and the revision it is made on", () => {
  expect(editMembershipInput.safeParse(sent).success).toBe(false);
  expect(
    editMembershipInput.parse({ ...sent, id: organisationId, revision: "3", known: "on" }),
  ).toMatchObject({ revision: 3, known: true });
});

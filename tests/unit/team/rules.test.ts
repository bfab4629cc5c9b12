import fc from "fast-check";
import { expect, it } from "vitest";
import { roles } from "@/db/enums";
import { leavesNobody, staffRoles } from "@/domain/team/rules";

it("the secretariat has every role but the focal point's", () => {
  expect([...staffRoles].toSorted()).toEqual(roles.filter((role) => role !== "focal_point").toSorted());
});

it("the last administrator stays one", () => {
  expect(leavesNobody(["a"], "a", "deactivated")).toBe(true);
  expect(leavesNobody(["a"], "a", "organizer")).toBe(true);
  expect(leavesNobody(["a"], "a", "admin")).toBe(false);
  expect(leavesNobody(["a"], "b", "deactivated")).toBe(false);
  expect(leavesNobody(["a", "b"], "a", "deactivated")).toBe(false);
});

it("a change leaves nobody exactly where no administrator would be left by it", () => {
  const becomes = fc.constantFrom(...roles, "deactivated" as const);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), becomes, (admins, n, role) => {
      const changed = admins[n % admins.length] ?? "";
      const left = admins.filter((one) => one !== changed || role === "admin");
      expect(leavesNobody(admins, changed, role)).toBe(left.length === 0);
    }),
  );
});

import { expect, it } from "vitest";
import { whatWentWrong } from "@/lib/log";

it("an error is logged without what drivers hang on it", () => {
  const cause = Object.assign(new Error("duplicate key"), {
    code: "23505",
    detail: "anna@example.org exists",
  });
  const error = Object.assign(new Error("Failed query: insert\nparams: anna@example.org", { cause }), {
    client: { user: "plenary" },
    parameters: ["anna@example.org"],
  });
  const logged = whatWentWrong(error);
  expect(logged).toMatchObject({
    type: "Error",
    message: "Failed query: insert",
    cause: { code: "23505", message: "duplicate key" },
  });
  expect(JSON.stringify(logged)).toContain("log.test.ts");
  expect(JSON.stringify(logged)).not.toContain("anna@example.org");
  expect(JSON.stringify(logged)).not.toContain('plenary"');
  expect(whatWentWrong("anna@example.org")).toEqual({ type: "string" });
});

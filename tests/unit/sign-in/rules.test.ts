import { describe, expect, it } from "vitest";
import { ownPath } from "@/domain/sign-in/rules";

describe("where signing in leads", () => {
  it.each(["/en", "/sv/organize", "/en/organize/events?q=a%20b&page=2", "/sv/desk#top"])(
    "%s is ours",
    (path) => {
      expect(ownPath(path, "/en")).toBe(path);
    },
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/en//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/%2F%2Fevil.example",
    "/%5Cevil.example",
    "/en/%5C%5Cevil.example",
    "/en%0d%0aLocation:%20https://evil.example",
    "/en\n",
    "/api/auth/signout",
    "/",
    "",
    "en/organize",
    "/%E0%A4%A",
    `/en/${"x".repeat(600)}`,
    undefined,
    7,
    ["/en"],
  ])("%j is not", (path) => expect(ownPath(path, "/fallback")).toBe("/fallback"));
});

import { expect, test } from "vitest";
import { plainPage } from "@/lib/http/plain-page";

test("speaks the language of the address", () => {
  expect(plainPage(503, "/sv/events")).toContain('lang="sv"');
  expect(plainPage(503, "/sv?x=1")).toContain("Strax tillbaka");
  expect(plainPage(503, "/svea")).toContain('lang="en"');
  expect(plainPage(413, "/api/v1/events")).toContain("6 MB");
});

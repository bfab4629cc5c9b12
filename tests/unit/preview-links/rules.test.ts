import { expect, test } from "vitest";
import { createPreviewLinkInput } from "@/domain/preview-links/input";
import { previewLinkState } from "@/domain/preview-links/rules";

const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const link = { createdAt: day(1), expiresAt: day(8), revokedAt: null };
const publication = (from: number, to: number | null = null) => ({
  publicFrom: day(from),
  withdrawnAt: to === null ? null : day(to),
});

test.each([
  ["open", link, [], 7],
  ["ended", link, [], 8],
  ["revoked", { ...link, revokedAt: day(2) }, [], 2],
  ["open", link, [publication(5)], 4],
  ["ended", link, [publication(5)], 5],
  ["ended", link, [publication(5, 6)], 7],
  // The embargo was lifted before its instant: nothing was published.
  ["open", link, [publication(5, 4)], 6],
  // It was public already when the link was made.
  ["open", link, [publication(1)], 4],
] as const)("%s (%#)", (state, given, publications, on) => {
  expect(previewLinkState(given, publications, day(on))).toBe(state);
});

test("lasts thirty days at most", () => {
  const sent = { id: "7d3f1c9e-2a55-4c4e-9d1b-0f3b3c1e5a10", locale: "en", note: "" };
  expect(createPreviewLinkInput.safeParse({ ...sent, days: "30" }).success).toBe(true);
  for (const days of ["31", "0", "1.5", "x", ""]) {
    expect(createPreviewLinkInput.safeParse({ ...sent, days }).success).toBe(false);
  }
});

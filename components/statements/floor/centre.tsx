"use client";

import { useEffect } from "react";

/** Keeps the paragraph the chair is on in the middle of the screen. */
export function Centre({ id, version }: { id: string | null; version: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version brings it back to where the chair is.
  useEffect(() => {
    document.getElementById(`p-${id}`)?.scrollIntoView({ block: "center" });
  }, [id, version]);
  return null;
}

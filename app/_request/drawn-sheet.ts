import { createHash } from "node:crypto";
import { drawnApart } from "@/lib/pdf/apart";
import type { Sheet } from "@/lib/pdf/sheet";

/** Drawings by what is on them, the latest few: a text is drawn once, not for each reader. */
const drawn = new Map<string, Promise<Uint8Array>>();
const most = 24;

/** A sheet as a PDF; the same words are drawn once. */
export function drawnSheet(sheet: Sheet): Promise<Uint8Array> {
  const key = createHash("sha256")
    .update(JSON.stringify({ ...sheet, madeAt: null }))
    .digest("hex");
  const known = drawn.get(key);
  if (known) return known;
  const fresh = drawnApart("bin/draw-statement.ts", sheet);
  drawn.set(key, fresh);
  fresh.catch(() => drawn.delete(key));
  for (const old of [...drawn.keys()].slice(0, Math.max(0, drawn.size - most))) drawn.delete(old);
  return fresh;
}

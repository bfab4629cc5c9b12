"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { mostBadges } from "@/domain/badges/input";
import type { BadgeFormat } from "@/domain/badges/rules";

type Order = { ids: string[]; format: BadgeFormat; reason: string };
type Refusal = { code: string; details?: Record<string, string | number> };

/** How many badges have been printed, and why it went no further. */
export type PrintReport = { done: number; refusal?: Refusal };

/**
 * Prints badges in goes of a hundred, a file for each, and tells how far it is. What has been printed stays printed
 * where a later go is refused.
 */
export function usePrinting(url: string, file: string, onDone: () => void) {
  const router = useRouter();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [report, setReport] = useState<PrintReport | null>(null);

  async function start({ ids, format, reason }: Order) {
    setReport(null);
    let done = 0;
    let refusal: Refusal | undefined;
    while (done < ids.length && !refusal) {
      setProgress({ done, total: ids.length });
      const participations = ids.slice(done, done + mostBadges);
      const answer = await printed(url, { participations, format, reason });
      if (answer instanceof Blob) {
        const part = ids.length > mostBadges ? `-${done / mostBadges + 1}` : "";
        save(answer, `${file}-badges${part}.pdf`);
        done += participations.length;
      } else refusal = answer;
    }
    setProgress(null);
    setReport({ done, refusal });
    if (done > 0) {
      onDone();
      router.refresh();
    }
  }

  return { progress, report, start };
}

async function printed(url: string, order: object): Promise<Blob | Refusal> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });
    return answer.ok ? await answer.blob() : ((await answer.json()) as Refusal);
  } catch {
    return { code: "unreachable" };
  }
}

/** Hands a file to the browser, to be saved or opened. */
function save(content: Blob, name: string) {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

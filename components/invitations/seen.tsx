"use client";

import { startTransition, useEffect } from "react";
import type { FormAction } from "@/lib/form";

/** Says that somebody looks at the invitation, once it is in sight. Programs that only follow links never send it. */
export function Seen({ link, action }: { link: string; action: FormAction }) {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", tell);
      const form = new FormData();
      form.set("link", link);
      // Whether it arrives is of no concern to whoever reads.
      startTransition(() => void action({}, form).catch(() => undefined));
    };
    document.addEventListener("visibilitychange", tell);
    tell();
    return () => document.removeEventListener("visibilitychange", tell);
  }, [link, action]);
  return null;
}

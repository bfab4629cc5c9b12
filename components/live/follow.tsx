"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/**
 * Keeps a page of the workspace as it is in the room: makes it anew whenever the stream says that something changed.
 * What is typed stays. Says where the line is cut; the browser comes again by itself.
 */
export function Follow({ stream }: { stream: string }) {
  const router = useRouter();
  const t = useTranslations("live");
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const source = new EventSource(stream);
    source.addEventListener("version", () => router.refresh());
    source.addEventListener("open", () => setCut(false));
    source.addEventListener("error", () => setCut(true));
    return () => source.close();
  }, [stream, router]);
  return (
    <p role="status" className="text-muted text-sm">
      {cut ? t("cut") : t("following")}
    </p>
  );
}

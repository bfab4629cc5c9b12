import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { releases } from "@/db/schema/releases";
import { post } from "@/domain/outbox/post";
import { secretariat } from "@/domain/team/secretariat";
import { env } from "@/lib/env";
import { words } from "@/lib/i18n/words";
import { log } from "@/lib/log";
import { formatInstant } from "@/lib/time";
import type { ReleaseRow } from "./lock";

/**
 * Tells the secretariat, once for each time it is scheduled, that a release is late or held back: by mail and in the
 * log. The row is locked.
 */
export async function alarm(tx: Transaction, release: ReleaseRow, at: Date): Promise<boolean> {
  if (release.alarmedAt || !release.scheduledFor) return false;
  await tx.update(releases).set({ alarmedAt: at }).where(eq(releases.id, release.id));
  log.error({ release: release.id, scheduledFor: release.scheduledFor }, "a release is late or held back");
  for (const { id, name, email, locale } of await secretariat(tx)) {
    const t = words(locale, "releases.alarm");
    const when = formatInstant(release.scheduledFor, release.zone, locale);
    const values = { title: release.title, when, name };
    await post(tx, {
      key: `release:${release.id}:alarm:${release.revision}:${id}`,
      to: { address: email, name, locale },
      template: "release-alarm",
      subject: t("subject", values),
      paragraphs: [t("greeting", values), t("text", values)],
      action: { label: t("button"), url: `${env().BASE_URL}/${locale}/organize/releases/${release.id}` },
      about: ["release", release.id],
      eventId: release.eventId,
    });
  }
  return true;
}

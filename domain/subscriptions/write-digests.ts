import type { Transaction } from "@/db/client";
import type { Locale } from "@/db/enums";
import type { subscriptions } from "@/db/schema/subscriptions";
import { postSeveral } from "@/domain/outbox/post-several";
import { letterhead } from "@/domain/outbox/shape";
import { env } from "@/lib/env";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import { oneClick, secretsOf } from "./link";
import { newsBetween } from "./news";

type Subscription = typeof subscriptions.$inferSelect;

/**
 * Writes the digest of what became public between each one's last and an instant, in the transaction that marks it.
 * Those who want the same of the same time get the same words. Who has no news gets no mail.
 */
export async function writeDigests(
  tx: Transaction,
  rows: readonly Subscription[],
  until: Date,
  at: Date,
): Promise<number> {
  let written = 0;
  for (const group of alike(rows)) {
    const [{ locale, kinds, toldUntil, confirmedAt }] = group;
    const since = toldUntil ?? confirmedAt ?? until;
    const news = await newsBetween({ locale, kinds, since, until }, at);
    if (news.length === 0) continue;
    const { name } = await letterhead(tx);
    written += await postSeveral(
      tx,
      digest(locale, pick(name, locale).text, news),
      group.map((one) => ({
        key: `digest:${one.id}:${until.toISOString()}`,
        address: one.email,
        secrets: secretsOf(one),
      })),
    );
  }
  return written;
}

/** Those who get the same words, together. */
function alike(rows: readonly Subscription[]) {
  const groups = new Map<string, [Subscription, ...Subscription[]]>();
  for (const row of rows) {
    const key = [row.locale, row.toldUntil?.toISOString(), ...row.kinds.toSorted()].join();
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

type News = Awaited<ReturnType<typeof newsBetween>>;

function digest(locale: Locale, name: string, news: News) {
  const t = words(locale, "subscriptions.mail");
  const address = (one: News[number]) => `${env().BASE_URL}/${one.locale}/news/${one.slug}`;
  return {
    locale,
    template: "news-digest",
    subject: t("digest.subject", { name, count: news.length }),
    paragraphs: [
      t("digest.text", { count: news.length }),
      ...news.map((one) => [one.title, one.lead, address(one)].filter(Boolean).join("\n")),
    ],
    action: { label: t("digest.button"), url: `${env().BASE_URL}/${locale}/news` },
    foot: { label: t("foot"), url: "{{link}}" },
    headers: oneClick(),
  };
}

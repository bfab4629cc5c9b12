import type { Queryable } from "@/db/client";
import { groups } from "@/db/schema/group";
import { pick } from "@/lib/i18n/pick";
import { renderLetter } from "@/lib/mail/render";
import type { Mail } from "./mail";

/** Who writes: what stands above and under every mail. */
export async function letterhead(query: Queryable) {
  const [group] = await query
    .select({ name: groups.name, secretariat: groups.secretariat, defaultLocale: groups.defaultLocale })
    .from(groups);
  return group ?? { name: { en: "Plenary" }, secretariat: {}, defaultLocale: "en" as const };
}

/**
 * What people wrote is never the name of a secret: a word joiner, which nobody sees, parts braces that stand together.
 * Only the button's address names one.
 */
const inert = (text: string) => text.replace(/\{(?=\{)/g, "{\u2060");

/** A mail as it is sent, under the group's name: as HTML and as plain text. */
export async function shape(
  group: Awaited<ReturnType<typeof letterhead>>,
  {
    to: { locale },
    subject,
    paragraphs,
    action,
    foot,
  }: Pick<Mail, "subject" | "paragraphs" | "action" | "foot"> & { to: { locale: Mail["to"]["locale"] } },
) {
  return renderLetter({
    locale,
    from: inert(pick(group.name, locale).text),
    subject: inert(subject),
    paragraphs: paragraphs.map(inert),
    action: action && { ...action, label: inert(action.label) },
    foot: foot && { ...foot, label: inert(foot.label) },
    footer: [pick(group.secretariat, locale).text].filter(Boolean).map(inert),
  });
}

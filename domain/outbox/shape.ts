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

/** A mail as it is sent, under the group's name: as HTML and as plain text. */
export async function shape(
  group: Awaited<ReturnType<typeof letterhead>>,
  { to: { locale }, subject, paragraphs, action }: Pick<Mail, "to" | "subject" | "paragraphs" | "action">,
) {
  return renderLetter({
    locale,
    from: pick(group.name, locale).text,
    subject,
    paragraphs,
    action,
    footer: [pick(group.secretariat, locale).text].filter(Boolean),
  });
}

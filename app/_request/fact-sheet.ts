import { type Locale, type Localized, type OrganisationKind, organisationKinds } from "@/db/enums";
import { pick } from "@/lib/i18n/pick";
import { words } from "@/lib/i18n/words";
import type { Block, Sheet } from "@/lib/pdf/sheet";
import { absolute } from "@/lib/seo";
import { formatDay } from "@/lib/time";
import { withAddress } from "./printed-words";

type Facts = {
  locale: Locale;
  group: { name: Localized; acronym: string; boilerplate: Localized; pressContact: string };
  members: readonly { kind: OrganisationKind; name: Localized }[];
  /** The day of which it speaks. */
  day: string;
  at: Date;
};

/** Facts about the group on one sheet: what it is, who its members are on a day, whom the press may ask. */
export function factSheet({ locale, group, members, day, at }: Facts): Sheet {
  const t = words(locale, "press.kit");
  const counts = words(locale, "members.count");
  const name = pick(group.name, locale).text;
  const title = t("facts", { name });
  const about = pick(group.boilerplate, locale).text;
  const address = absolute(`/${locale}/members`);
  const lists = organisationKinds.flatMap((kind): Block[] => {
    const names = members
      .filter((one) => one.kind === kind)
      .map((one) => pick(one.name, locale).text)
      .toSorted((a, b) => a.localeCompare(b, locale));
    if (names.length === 0) return [];
    return [
      { kind: "heading", level: 3, words: [{ text: counts(kind, { n: names.length }) }] },
      { kind: "list", columns: 2, items: names.map((text) => ({ words: [{ text }] })) },
    ];
  });
  return {
    language: locale,
    title,
    author: name,
    head: title,
    page: words(locale, "statements")("page"),
    madeAt: at,
    blocks: [
      { kind: "heading", level: 1, words: [{ text: title }] },
      ...(about ? [{ kind: "paragraph" as const, words: [{ text: about }] }] : []),
      { kind: "heading", level: 2, words: [{ text: t("members", { day: formatDay(day, locale) }) }] },
      ...lists,
      { kind: "paragraph", look: "small", words: withAddress(address, address) },
      ...(group.pressContact
        ? [
            { kind: "heading" as const, level: 2 as const, words: [{ text: t("contact") }] },
            { kind: "paragraph" as const, words: [{ text: group.pressContact }] },
          ]
        : []),
    ],
  };
}

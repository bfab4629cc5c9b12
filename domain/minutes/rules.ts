import type { AgendaAudience, AttributionRule } from "@/db/enums";

/** A part of minutes as it is set: a heading (`## …`), a list (`- …` on every line), or a paragraph. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "paragraph"; text: string };

/** Minutes as they are set: parts stand apart by an empty line. Nothing else is markup, so that nothing typed is lost. */
export function blocksOf(body: string): Block[] {
  return partsOf(body).map((part) => {
    const rows = part.split("\n");
    if (rows.length === 1 && /^#{1,3} \S/.test(part))
      return { kind: "heading", text: part.replace(/^#+ /, "") };
    if (rows.every((row) => /^[-*] \S/.test(row)))
      return { kind: "list", items: rows.map((row) => row.slice(2)) };
    return { kind: "paragraph", text: part };
  });
}

/** The parts of minutes as they were typed, to compare two revisions by. */
export function partsOf(body: string): string[] {
  return body
    .split(/\n[ \t]*\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

type Named = { name: string; sortName: string };

/**
 * Those of some people whom a text names: by their whole name, or by the family name that the sorted name begins with,
 * as words of their own (a genitive counts). A family name is looked for as it is written: a "berg" is no Berg.
 */
export function namedIn<Person extends Named>(text: string, people: readonly Person[]): Person[] {
  const plain = text.normalize("NFC");
  return people.filter(({ name, sortName }) => {
    const family = sortName.split(" ")[0] ?? "";
    return (
      stands(name, plain, "iu") ||
      ([...family].length > 2 &&
        name.includes(family) &&
        (stands(family, plain, "u") || stands(family.toUpperCase(), plain, "u")))
    );
  });
}

function stands(words: string, text: string, flags: string): boolean {
  const literal = words.normalize("NFC").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}s?(?![\\p{L}\\p{N}])`, flags).test(text);
}

export type PublishingObstacle = "no_text" | "closed" | "organizers_only" | "already_public";

/** What stands in the way of opening minutes to the audience of their item; empty when nothing does. */
export function obstaclesToPublishing(facts: {
  audience: AgendaAudience;
  attribution: AttributionRule;
  latest: number | undefined;
  published: number | undefined;
}): PublishingObstacle[] {
  const { audience, attribution, latest, published } = facts;
  const obstacles: [PublishingObstacle, boolean][] = [
    ["no_text", latest === undefined],
    ["closed", attribution === "closed"],
    ["organizers_only", audience === "organizers"],
    ["already_public", latest !== undefined && latest === published],
  ];
  return obstacles.filter(([, stands]) => stands).map(([code]) => code);
}

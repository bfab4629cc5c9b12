import type { Localized } from "@/db/enums";

/** A text that is used again, in one version. */
export type Version = { boilerplateId: string; number: number; heading: Localized; text: Localized };

/** A text that is used again as a choice: its name and its latest version. */
export type BoilerplateChoice = Version & { name: string };

/** The version that stands in a text; a text keeps its version when there is a newer one. */
export function versionIn<V extends Version>(
  versions: readonly V[],
  { boilerplateId, version }: { boilerplateId: string; version: number },
): V | undefined {
  return versions.find((one) => one.boilerplateId === boilerplateId && one.number === version);
}

/** The newer version that could be taken instead of the one that stands in a text, where there is one. */
export function newerThan(
  choices: readonly BoilerplateChoice[],
  { boilerplateId, version }: { boilerplateId: string; version: number },
): number | undefined {
  const latest = choices.find((one) => one.boilerplateId === boilerplateId)?.number;
  return latest !== undefined && latest > version ? latest : undefined;
}

/** Kept on `globalThis` by `db/client`: browsers, which read this clock too, have none. */
const kept = globalThis as typeof globalThis & {
  plenaryPretence?: { getStore(): { at: Date } | undefined };
};

/**
 * The one clock: the present instant, or the one a request is answered as of. Everything that needs the time takes it
 * from here, or as an argument.
 */
export function now(): Date {
  const pretended = kept.plenaryPretence?.getStore();
  return pretended ? new Date(pretended.at) : new Date();
}

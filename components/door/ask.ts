/** Milliseconds after which a device goes on without the server. */
const patience = 3000;

/**
 * An answer of the server, or why there is none. `refused`: it answers, and says no; `unreachable`: it does not answer,
 * too late, or with a failure of its own, so that the device goes on by itself.
 */
export type Answer<Data> =
  | { kind: "answered"; data: Data }
  | { kind: "signed_out" | "refused" | "unreachable" };

/** The longest text, in characters, that browsers go on sending after the page is left: 64 KB, with some to spare. */
const sentOnLeaving = 50_000;

/** Asks the server for JSON, and waits three seconds unless told otherwise. */
export async function ask<Data>(url: string, sent?: object, wait = patience): Promise<Answer<Data>> {
  const body = sent && JSON.stringify(sent);
  try {
    const answer = await fetch(url, {
      ...(body && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        keepalive: body.length < sentOnLeaving,
      }),
      // A page that we are led to is not an answer.
      redirect: "error",
      signal: AbortSignal.timeout(wait),
    });
    if (answer.ok) return { kind: "answered", data: (await answer.json()) as Data };
    if (answer.status === 401) return { kind: "signed_out" };
    return { kind: answer.status >= 500 || answer.status === 429 ? "unreachable" : "refused" };
  } catch {
    return { kind: "unreachable" };
  }
}

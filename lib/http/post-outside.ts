import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { isOwnAddress, lookupOutside, OwnAddress } from "./own-address";

/** What came back: the status, or why nothing did. Never what was said: it may hold anything. */
export type Answered = { status: number } | { error: string };

/** Whom we may reach: everybody on the internet; the addresses of the house's own network; this machine. */
export type Reach = { private: boolean; loopback: boolean };

const timeout = 10_000;
/** An answer is read this far and no further. */
const most = 64 * 1024;

/**
 * Posts to an address that somebody else wrote down. It must be https (http only to this machine, and only where that may
 * be reached); an address inside of our network is refused, also where its name only leads there when it is looked up;
 * redirects are not followed; it ends after ten seconds, and an answer is not read without end.
 */
export async function postOutside(
  address: string,
  body: string,
  headers: Record<string, string>,
  reach: Reach,
): Promise<Answered> {
  const url = new URL(address);
  const plain = url.protocol === "http:";
  if (plain ? !reach.loopback : url.protocol !== "https:") return { error: "not_https" };
  const allowed = {
    allowPrivateIPAddress: reach.private && !plain,
    allowIPAddressList: reach.loopback ? ["127.0.0.1", "::1"] : [],
  };
  const agent = plain ? new RequestFilteringHttpAgent(allowed) : new RequestFilteringHttpsAgent(allowed);
  try {
    if (reach.loopback) return await posted(url, body, headers, agent);
    // Of the ranges it is to refuse the agent compares each with every address, and logs each time that one is of the
    // other family: so those that stay refused where a private network may be reached are looked for here.
    if (isOwnAddress(url.hostname.replace(/^\[|\]$/g, ""))) return { error: "address_refused" };
    return await posted(url, body, headers, agent, lookupOutside);
  } catch (error) {
    return { error: reasonOf(error) };
  } finally {
    agent.destroy();
  }
}

function posted(
  url: URL,
  body: string,
  headers: Record<string, string>,
  agent: http.Agent | https.Agent,
  lookup?: LookupFunction,
) {
  const { request } = url.protocol === "http:" ? http : https;
  const signal = AbortSignal.timeout(timeout);
  return new Promise<Answered>((resolve, reject) => {
    const sent = request(url, {
      method: "POST",
      agent,
      lookup,
      signal,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let read = 0;
      const answered = () => resolve({ status: response.statusCode ?? 0 });
      response.on("data", (chunk: Buffer) => {
        read += chunk.length;
        if (read <= most) return;
        answered();
        response.destroy();
      });
      response.on("end", answered);
      response.on("error", reject);
    });
    sent.end(body);
  });
}

/** What went wrong in a word, without the address: it may hold a key of theirs. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "timeout";
  if (error instanceof OwnAddress || /is not allowed\. Because/.test(error.message)) return "address_refused";
  const { code } = error as Error & { code?: unknown };
  return typeof code === "string" ? code.slice(0, 60) : "failed";
}

import crypto from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** The people this provider knows, by the name of the link on its page. */
const people = {
  "A known organizer": { sub: "1", email: "Ravi.Deshmukh@secretariat.example.org", email_verified: true },
  "An unverified address": {
    sub: "2",
    email: "alma.lindqvist@secretariat.example.org",
    email_verified: false,
  },
  "A stranger": { sub: "3", email: "stranger@example.org", email_verified: true },
};

type Grant = { claims: object; nonce: string; challenge: string };

/** Opens a small OpenID Connect provider (authorization code with PKCE, RS256) for the tests of signing in with one. */
export async function openIdentityProvider() {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const key = { ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  let issuer = "";

  const routes: Record<
    string,
    (query: URLSearchParams, body: URLSearchParams) => Promise<unknown> | unknown
  > = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/keys": () => ({ keys: [key] }),
    "/authorize": (query) => {
      const links = Object.entries(people).map(([name, claims]) => {
        const code = crypto.randomUUID();
        const nonce = query.get("nonce") ?? "";
        grants.set(code, { claims, nonce, challenge: query.get("code_challenge") ?? "" });
        const back = new URL(query.get("redirect_uri") ?? "");
        back.search = new URLSearchParams({ code, state: query.get("state") ?? "" }).toString();
        return `<li><a href="${back.href.replaceAll("&", "&amp;")}">${name}</a></li>`;
      });
      return `<!doctype html><title>Provider</title><ul>${links.join("")}</ul>`;
    },
    "/token": async (_query, body) => {
      const code = body.get("code") ?? "";
      const grant = grants.get(code);
      grants.delete(code);
      const proof = crypto
        .createHash("sha256")
        .update(body.get("code_verifier") ?? "")
        .digest("base64url");
      if (!grant || proof !== grant.challenge) return { error: "invalid_grant" };
      const token = new SignJWT({ ...grant.claims, nonce: grant.nonce })
        .setProtectedHeader({ alg: "RS256", kid: "one" })
        .setIssuer(issuer)
        .setAudience("plenary")
        .setIssuedAt()
        .setExpirationTime("5m");
      return { access_token: "unused", token_type: "Bearer", id_token: await token.sign(privateKey) };
    },
  };

  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? "", issuer);
    const answer = await routes[url.pathname]?.(url.searchParams, new URLSearchParams(await text(request)));
    const page = typeof answer === "string";
    response.statusCode = answer ? 200 : 404;
    response.setHeader("content-type", page ? "text/html" : "application/json");
    response.end(page ? answer : JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer, close: () => new Promise<unknown>((resolve) => server.close(resolve)) };
}

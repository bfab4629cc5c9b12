import { createHash, randomBytes } from "node:crypto";

/** A fresh bearer token of 128 random bits for a link, and the hash under which it is kept. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(16).toString("base64url");
  return { token, hash: hashOf(token) };
}

/** SHA-256 of a token, in hex. Enough without salt: a token has 128 random bits, unlike a password. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A fresh bearer token of 128 random bits for a link, and the hash under which it is kept. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(16).toString("base64url");
  return { token, hash: hashOf(token) };
}

/** SHA-256 of a token, in hex. Enough without salt: a token has 128 random bits, unlike a password. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * A bearer token that can be written again whenever it is needed and is kept nowhere: the id of a row, and what only
 * whoever knows the secret can put beside it. `purpose` keeps tokens of different things apart.
 */
export function derivedToken(secret: string, purpose: string, id: string): string {
  return Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), seal(secret, purpose, id)]).toString(
    "base64url",
  );
}

/** The id in a derived token, and whether it was made with the secret; nothing for what never was one. */
export function derivedId(secret: string, purpose: string, token: string) {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 32 || bytes.toString("base64url") !== token) return undefined;
  const id = bytes
    .subarray(0, 16)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { id, sealed: timingSafeEqual(bytes.subarray(16), seal(secret, purpose, id)) };
}

/** The first 128 bits are enough: they cannot be tried elsewhere than here. */
const seal = (secret: string, purpose: string, id: string) =>
  createHmac("sha256", secret).update(`${purpose}:${id}`).digest().subarray(0, 16);

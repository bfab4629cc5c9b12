import "server-only";
import { env } from "@/lib/env";

/** The address at next-auth that takes a mailed link back and opens the session. */
export function takeBack({ email, token, next }: { email: string; token: string; next: string }): string {
  const query = new URLSearchParams({ email, token, callbackUrl: new URL(next, env().BASE_URL).toString() });
  return `/api/auth/callback/email?${query}`;
}

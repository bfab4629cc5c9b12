import "server-only";
import type { AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import EmailProvider from "next-auth/providers/email";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Locale } from "@/db/enums";
import { maySignIn } from "@/domain/sign-in/accounts";
import { adapter } from "@/domain/sign-in/adapter";
import { linkMinutes } from "@/domain/sign-in/links";
import { env } from "@/lib/env";
import { fallbackLocale } from "@/lib/i18n/locale";
import { log } from "@/lib/log";

/** Signed out after so long without a request: twelve hours. */
const idleSeconds = 12 * 60 * 60;

/**
 * next-auth, and everything that is known about it outside `actor.ts` and its own route. Where signing in fails it leads
 * to the sign-in page in the given language.
 */
export function authOptions(locale: Locale = fallbackLocale): AuthOptions {
  // next-auth takes the address of its links from here and from nowhere else, whatever Host a request names.
  process.env.NEXTAUTH_URL = env().BASE_URL;
  const signIn = `/${locale}/sign-in`;
  const secure = env().BASE_URL.startsWith("https:");
  return {
    secret: env().AUTH_SECRET,
    adapter: adapter() as Adapter,
    providers: [linkProvider(), ...openIdProvider()],
    session: { strategy: "database", maxAge: idleSeconds, updateAge: 5 * 60 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: secure ? "__Host-plenary-session" : "plenary-session",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    pages: { signIn, signOut: signIn, error: signIn, verifyRequest: signIn },
    callbacks: {
      signIn: ({ user }) => maySignIn(user.email ?? ""),
      redirect: ({ url, baseUrl }) =>
        url.startsWith(`${baseUrl}/`) || /^\/(?![/\\])/.test(url) ? url : baseUrl,
      // Chosen fields only: what is returned here is readable in the browser.
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id } as object }),
    },
    logger: {
      error: (code) => log.warn({ code }, "sign-in failed"),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** Signing in by a mailed link. The link is written by `domain/sign-in/ask`; this only takes it back. */
function linkProvider() {
  return EmailProvider({
    maxAge: linkMinutes * 60,
    server: "smtp://127.0.0.1:1",
    sendVerificationRequest() {
      throw new Error("Links are asked for on the sign-in page.");
    },
  });
}

/** What an OpenID Connect provider says of a person. */
type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean };

/** Any OpenID Connect provider, where the environment names one; it must vouch for the address. */
function openIdProvider(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_NAME) return [];
  return [
    {
      id: "oidc",
      name: OIDC_NAME,
      type: "oauth",
      wellKnown: new URL(".well-known/openid-configuration", OIDC_ISSUER.replace(/\/?$/, "/")).toString(),
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      // The account is found by its address; an address the provider has not verified is none.
      allowDangerousEmailAccountLinking: true,
      profile: (claims) => ({
        id: claims.sub,
        name: claims.name ?? "",
        email: claims.email_verified === true ? (claims.email ?? "").toLowerCase() : "",
      }),
    },
  ];
}

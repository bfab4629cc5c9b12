import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_request/auth";
import { isLocale } from "@/lib/i18n/locale";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's own addresses, and of them only those we use: taking back a link, the provider's round trip, telling what
 * went wrong, signing out. Asking for a link goes through our own page, where it is counted.
 */
const used = {
  GET: ["callback", "csrf", "session", "providers", "error", "signin"],
  POST: ["signin/oidc", "callback/oidc", "signout"],
};

async function handle(request: NextRequest, context: Context) {
  const { nextauth } = await context.params;
  const path = nextauth.join("/");
  const method = request.method === "GET" ? "GET" : "POST";
  if (!used[method].some((own) => path === own || path.startsWith(`${own}/`))) {
    return new Response("Not found", { status: 404 });
  }
  return NextAuth(authOptions(localeOf(request)))(request, context);
}

/** The language of whoever signs in: that of the page they are on their way to. */
function localeOf(request: NextRequest) {
  const cookie = request.cookies.getAll().find(({ name }) => name.endsWith("next-auth.callback-url"));
  const goal = request.nextUrl.searchParams.get("callbackUrl") ?? cookie?.value ?? "";
  const language = /^(?:https?:\/\/[^/]+)?\/([a-z]{2})(?:\/|$)/.exec(goal)?.[1];
  return isLocale(language) ? language : undefined;
}

export { handle as GET, handle as POST };

import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_request/auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's own addresses, and of them only those we use: taking back a link, the provider's round trip, signing out.
 * Asking for a link goes through our own page, where it is counted.
 */
const used = {
  GET: ["callback", "csrf", "session", "providers"],
  POST: ["signin/oidc", "callback/oidc", "signout"],
};

async function handle(request: NextRequest, context: Context) {
  const { nextauth } = await context.params;
  const path = nextauth.join("/");
  const method = request.method === "GET" ? "GET" : "POST";
  if (!used[method].some((own) => path === own || path.startsWith(`${own}/`))) {
    return new Response("Not found", { status: 404 });
  }
  return NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };

import { preferredLocale } from "@/lib/i18n/locale";

/** Sends a reader to the pages in their language. */
export function GET(request: Request) {
  const locale = preferredLocale(request.headers.get("accept-language"));
  return new Response(null, {
    status: 307,
    headers: { Location: `/${locale}`, Vary: "Accept-Language" },
  });
}

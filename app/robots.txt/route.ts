import { absolute } from "@/lib/seo";

export const dynamic = "force-dynamic";

/** Where programs that read the site need not look: behind the doors. Nothing is hidden by this; it only saves visits. */
export function GET() {
  const closed = [
    "/api/",
    "/*/organize",
    "/*/desk",
    "/*/sign-in",
    "/*/registration/",
    "/*/invitation/",
    "/*/press/",
    "/*/events/*/register",
  ];
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${absolute("/sitemap.xml")}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
}

import type { MetadataRoute } from "next";
import { locales } from "@/db/enums";
import { absolute } from "@/lib/seo";

/** The address of the site map is the installation's, known when it runs. */
export const dynamic = "force-dynamic";

/** What no program need look at: the rooms behind the sign-in, personal links, and the endless answers of the search. */
const closed = ["organize", "desk", "sign-in", "registration", "search"];

/** Robots may read everything public. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      disallow: ["/api/", ...locales.flatMap((l) => closed.map((room) => `/${l}/${room}`))],
    },
    sitemap: absolute("/sitemap.xml"),
  };
}

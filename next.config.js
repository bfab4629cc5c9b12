import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  // `npm run typecheck` checks them, the tests' too; a build need not do it again, nor have the tests' libraries.
  typescript: { ignoreBuildErrors: true },
  // A proxy in front compresses better and cheaper than Node does.
  compress: false,
  // The embedded default speaks plain http on loopback; images are the group's own and already sized.
  images: { unoptimized: true },
  serverExternalPackages: ["@react-pdf/renderer", "graphile-worker", "nodemailer", "pino", "postgres"],
  // A page's title is in its head before the page is sent: whoever reads without script gets no later one.
  htmlLimitedBots: /.*/,
  // A folder cannot be called `[slug].pdf`.
  rewrites: async () => [
    { source: "/:locale/statements/:slug([a-z0-9-]+).pdf", destination: "/:locale/statements/:slug/pdf" },
    { source: "/:locale/statements/:slug([a-z0-9-]+).json", destination: "/:locale/statements/:slug/json" },
    {
      source: "/:locale/events/:slug/:folder(agenda|people|my)/:id([\\w-]+).ics",
      destination: "/:locale/events/:slug/:folder/:id/ics",
    },
  ],
  experimental: {
    globalNotFound: true, // How much each address takes is for `lib/http/body.ts` to say; this is the most that any does.
    serverActions: { bodySizeLimit: "66mb" },
  },
};

export default withNextIntl(config);

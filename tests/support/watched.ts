import { test as base, expect, type Page } from "@playwright/test";

/**
 * Playwright's `test` with a page that is watched: an uncaught error, a breach of the content security policy or a
 * request to another server fails the test at its end, whatever it was about.
 */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const complaints = watch(page, new URL(baseURL ?? "").origin);
      await use(undefined);
      expect(complaints, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

function watch(page: Page, home: string): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (/content security policy|hydrat/i.test(message.text())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== home && protocol.startsWith("http"))
      complaints.push(`asked another server: ${request.url()}`);
  });
  return complaints;
}

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type Scheme = "light" | "dark";

/** Expects that axe finds nothing serious or critical on the page as it stands, in light and in dark or one of them. */
export async function expectAccessible(
  page: Page,
  schemes: readonly Scheme[] = ["light", "dark"],
): Promise<void> {
  for (const colorScheme of schemes) {
    // A colour that is still changing would be measured on its way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    const findings = grave.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n  ${node.html}`),
    );
    expect(findings, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

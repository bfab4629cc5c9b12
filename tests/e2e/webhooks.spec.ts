import { Webhook } from "standardwebhooks";
import { webhookTopics } from "@/db/enums";
import { now } from "@/lib/clock";
import { words } from "@/lib/i18n/words";
import { expectAccessible } from "../support/axe";
import { plantAnnouncement } from "../support/plant-announcement";
import { openReceiver } from "../support/receiver";
import { signInAs } from "../support/sign-in";
import { expect, test } from "../support/watched";

test("another system is told of an announcement at its instant, once, and of a test", async ({ page }, {
  project,
  retry,
}) => {
  test.setTimeout(120_000);
  const mark = `${project.name}${retry || ""}`;
  const locale = project.name === "wide" ? "en" : "sv";
  const t = words(locale, "webhooks");
  const topics = words(locale, "enums.webhookTopic");
  const states = words(locale, "enums.deliveryState");
  const receiver = await openReceiver();
  const about = (id: string) => receiver.received.filter(({ body }) => body.includes(`"id":"${id}"`));

  await signInAs(page, "Alma", locale);
  await page.goto(`/${locale}/organize/webhooks/new`);
  await expectAccessible(page);
  await page.getByLabel(t("url")).fill("http://example.org/");
  await page.getByRole("button", { name: t("create") }).click();
  await expect(page.getByText(words(locale, "validation")("receiver")).first()).toBeVisible();
  await page.getByLabel(t("name")).fill(`Website ${mark}`);
  await page.getByLabel(t("url")).fill(receiver.url);
  for (const topic of webhookTopics.slice(1)) {
    await page.getByLabel(topics(topic.replace(".", "_") as "event_announced")).uncheck();
  }
  await page.getByRole("button", { name: t("create") }).click();
  const secret = await page.getByLabel(t("secret")).inputValue();
  const verified = (n: number) => {
    const { headers, body } = receiver.received[n] ?? { headers: {}, body: "" };
    return new Webhook(secret).verify(body, headers) as { type: string };
  };
  await expectAccessible(page);
  await page.getByRole("link", { name: t("toWebhook") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Website ${mark}`);

  await test.step("a test is signed so that the library of the standard takes it", async () => {
    await page.getByRole("button", { name: t("test") }).click();
    await expect.poll(() => receiver.received.length).toBe(1);
    expect(verified(0)).toMatchObject({ type: "test" });
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(states("delivered"), { exact: true })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expectAccessible(page);
  });

  await test.step("an announcement is told at its instant, once for both languages", async () => {
    const { id, publicFrom } = await plantAnnouncement(`told-${mark}`, `Told ${mark}`, 2_000);
    expect((await page.request.get(`/api/v1/announcements/${id}`)).status()).toBe(404);
    expect(about(id)).toEqual([]);
    await expect.poll(() => about(id).length, { timeout: 20_000 }).toBe(1);
    expect(now().getTime()).toBeGreaterThanOrEqual(publicFrom.getTime());
    const told = verified(receiver.received.indexOf(about(id)[0] ?? { headers: {}, body: "" }));
    const read = await (await page.request.get(`/api/v1/announcements/${id}`)).json();
    expect(told).toMatchObject({
      type: "announcement.published",
      timestamp: publicFrom.toISOString(),
      data: { languages: ["en", "sv"], object: read },
    });
  });

  await test.step("what fails waits, and is sent again under the same id", async () => {
    receiver.failing.push(`Fails ${mark}`);
    const { id } = await plantAnnouncement(`fails-${mark}`, `Fails ${mark}`, 0);
    await expect.poll(() => about(id).length, { timeout: 20_000 }).toBe(1);
    const row = page.getByRole("row").filter({ hasText: `Fails ${mark}` });
    await expect(async () => {
      await page.reload();
      await expect(row).toContainText(states("waiting"), { timeout: 1_000 });
    }).toPass();
    await row.getByRole("button", { name: t("sendAgain") }).click();
    await expect.poll(() => about(id).length).toBe(2);
    expect(new Set(about(id).map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });

  await test.step("it is paused, and removed", async () => {
    await page.reload();
    await page.getByRole("button", { name: t("pause"), exact: true }).click();
    await expect(page.getByText(t("pausedTitle"))).toBeVisible();
    await expectAccessible(page, ["light"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole("button", { name: t("remove"), exact: true }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: t("remove"), exact: true }).click();
    await expect(page).toHaveURL(/organize\/webhooks$/);
    await expect(page.getByRole("link", { name: `Website ${mark}`, exact: true })).toHaveCount(0);
  });
  await receiver.close();
});

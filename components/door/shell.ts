import { forgetEverybody } from "./keep";

/** The beginning of the name of every cache of a door page; its service worker uses the same. */
const cacheName = "plenary-door:";

/** Files of the build that this page has loaded. */
function filesOfThisPage(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const named = [...document.querySelectorAll("script[src], link[href]")].map(
    (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
  );
  const urls = [...loaded, ...named].map((address) => new URL(address, location.href));
  const ours = urls.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith("/_next/static/"),
  );
  return [...new Set(ours.map(({ href }) => href))];
}

/**
 * Makes the page open without a network from now on: starts its service worker and hands it the files it is made of.
 * Answers whether that worked; a browser may not have service workers.
 */
export async function keepShell(base: string): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register(`${base}/worker.js`, { scope: base, updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise<boolean>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data === true);
    });
    active.postMessage({ keep: filesOfThisPage() }, [port2]);
    return await answered;
  } catch {
    return navigator.serviceWorker.controller !== null;
  }
}

/** Forgets all that door pages keep on this device, but for what is not yet sent. */
export async function forgetDevice(): Promise<void> {
  if ("indexedDB" in window) await forgetEverybody().catch(() => {});
  if ("caches" in window) {
    const names = (await caches.keys()).filter((name) => name.startsWith(cacheName));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  if (!("serviceWorker" in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  const ours = registrations.filter(({ scope }) => scope.endsWith("/door"));
  await Promise.all(ours.map((registration) => registration.unregister()));
}

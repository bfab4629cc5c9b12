/**
 * The service worker of one door page. It keeps the page and the files of the build it is made of, and nothing else:
 * whom the page knows it keeps itself, encrypted. It answers with what it keeps when the server does not answer within
 * three seconds.
 */

const scope = new URL(self.registration.scope);
const cacheName = `plenary-door:${scope.pathname}`;
const patience = 3000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.origin) return;
  if (request.mode === "navigate" && pathname === scope.pathname) event.respondWith(page(event));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(file(request));
});

/** The page keeps itself: it says which files it is made of; those of an earlier build are dropped. */
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  event.waitUntil(
    keep(event.data.keep).then(
      () => port?.postMessage(true),
      () => port?.postMessage(false),
    ),
  );
});

async function keep(files) {
  const cache = await caches.open(cacheName);
  const wanted = new Set(files.filter((url) => new URL(url).pathname.startsWith("/_next/static/")));
  for (const { url } of await cache.keys()) {
    if (url !== scope.href && !wanted.has(url)) await cache.delete(url);
  }
  for (const url of wanted) if (!(await cache.match(url))) await cache.add(url);
  if (!(await cache.match(scope.href))) await keepPage(await fetch(scope.href, { redirect: "manual" }));
}

/** The page from the server; without it, or when it is slow, the one that is kept. */
async function page(event) {
  const fresh = fetch(event.request);
  const kept = caches.match(scope.href, { cacheName });
  event.waitUntil(
    fresh.then(
      (answer) => keepPage(answer.clone()),
      () => {},
    ),
  );
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([fresh, late]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await kept) ?? fresh;
}

/** Only a page that was given is kept; one that is refused or leads elsewhere takes the kept one away. */
async function keepPage(answer) {
  if (answer.status >= 500) return;
  const cache = await caches.open(cacheName);
  if (answer.status === 200 && !answer.redirected) await cache.put(scope.href, answer);
  else await cache.delete(scope.href);
}

/** A file of the build never changes. */
async function file(request) {
  return (await caches.match(request.url, { cacheName })) ?? fetch(request);
}

import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as everythingElse } from "@/app/api/v1/[[...rest]]/route";
import { GET as announcementOne } from "@/app/api/v1/announcements/[id]/route";
import { GET as announcements } from "@/app/api/v1/announcements/route";
import { GET as agenda } from "@/app/api/v1/events/[id]/agenda/route";
import { GET as eventOne } from "@/app/api/v1/events/[id]/route";
import { GET as events, OPTIONS } from "@/app/api/v1/events/route";
import { GET as memberOne } from "@/app/api/v1/members/[id]/route";
import { GET as members } from "@/app/api/v1/members/route";
import { GET as openapi } from "@/app/api/v1/openapi.json/route";
import { GET as statementOne } from "@/app/api/v1/statements/[id]/route";
import { GET as statements } from "@/app/api/v1/statements/route";
import { seed } from "@/db/seed";
import type { openApi } from "@/domain/api/openapi";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";

beforeAll(async () => void (await seed(now())));

type Handler = (
  request: Request,
  context: { params: Promise<{ id: string }> },
) => Promise<Response> | Response;
const routes: [RegExp, string, Handler][] = [
  [/^\/openapi\.json$/, "", openapi],
  [/^\/events$/, "/events", events],
  [/^\/events\/([^/]+)$/, "/events/{id}", eventOne],
  [/^\/events\/([^/]+)\/agenda$/, "/events/{id}/agenda", agenda],
  [/^\/statements$/, "/statements", statements],
  [/^\/statements\/([^/]+)$/, "/statements/{id}", statementOne],
  [/^\/members$/, "/members", members],
  [/^\/members\/([^/]+)$/, "/members/{id}", memberOne],
  [/^\/announcements$/, "/announcements", announcements],
  [/^\/announcements\/([^/]+)$/, "/announcements/{id}", announcementOne],
];

const base = () => `${env().BASE_URL}/api/v1`;

/** Asks what the server would ask: the route of an address, with its id. */
async function ask(address: string, headers: Record<string, string> = {}) {
  const url = new URL(address.startsWith("/") ? base() + address : address);
  const path = url.pathname.replace("/api/v1", "");
  for (const [pattern, name, handler] of routes) {
    const found = pattern.exec(path);
    if (!found) continue;
    const context = { params: Promise.resolve({ id: found[1] ?? "" }) };
    return { name, response: await handler(new Request(url, { headers }), context) };
  }
  return { name: "", response: everythingElse() };
}

async function judge() {
  const document = (await (await ask("/openapi.json")).response.json()) as ReturnType<typeof openApi>;
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }) as never);
  ajv.addSchema(document, "openapi");
  const of = (name: string) => ajv.getSchema(`openapi#/components/schemas/${name}`);
  const schemaOf = (path: string) => {
    const { schema } = document.paths[path]?.get.responses[200].content["application/json"] ?? {};
    return schema?.$ref.split("/").at(-1) ?? "";
  };
  return { document, of, schemaOf };
}

/** Every address that leads on from an answer: the whole of each thing, and the pages of a list. */
function further(body: unknown, link: string | null): string[] {
  const self = [...JSON.stringify(body).matchAll(/"(?:self|agenda)":"([^"]+)"/g)].map(
    (found) => found[1] ?? "",
  );
  return [...self, ...[...(link ?? "").matchAll(/<([^>]+)>/g)].map((found) => found[1] ?? "")];
}

describe("the read API", () => {
  test("is described by a valid OpenAPI 3.1 document", async () => {
    const { document } = await judge();
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result).toMatchObject({ valid: true });
    expect(document.openapi).toBe("3.1.0");
  });

  test("gives for everything in the demonstration what the document says, and no field more", async () => {
    const { of, schemaOf, document } = await judge();
    const todo = ["/events", "/statements?perPage=3", "/members?asOf=2022-06-01", "/announcements?perPage=5"];
    const seen = new Set<string>();
    const visited: Record<string, number> = {};
    for (let address = todo.shift(); address; address = todo.shift()) {
      if (seen.has(address)) continue;
      seen.add(address);
      const { name, response } = await ask(address);
      expect(response.status, address).toBe(200);
      const body = await response.json();
      const valid = of(schemaOf(name));
      expect(valid?.(body), `${address} ${JSON.stringify(valid?.errors?.slice(0, 3))}`).toBe(true);
      visited[name] = (visited[name] ?? 0) + 1;
      todo.push(...further(body, response.headers.get("link")));
    }
    expect(Object.keys(visited).toSorted()).toEqual(Object.keys(document.paths).toSorted());
    expect(visited["/announcements"]).toBeGreaterThan(1);
    expect(visited["/members/{id}"]).toBeGreaterThan(10);
    const spoilt = { ...(await (await ask("/events")).response.json()), unknown: 1 };
    expect(of("EventList")?.(spoilt)).toBe(false);
  });

  test("goes through a list page by page without losing or repeating anything", async () => {
    const ids: string[] = [];
    let address: string | undefined = "/announcements?perPage=3";
    let total = 0;
    while (address) {
      const { response } = await ask(address);
      const body = await response.json();
      total = body.total;
      ids.push(...body.data.map((one: { id: string }) => one.id));
      address = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    }
    expect(ids).toHaveLength(total);
    expect(new Set(ids).size).toBe(total);
  });

  test("filters by kind, year, tag, language and day", async () => {
    const data = async (address: string) => (await (await ask(address)).response.json()).data;
    const kinds = await data("/announcements?kind=new_member&perPage=100");
    expect(new Set(kinds.map((one: { kind: string }) => one.kind))).toEqual(new Set(["new_member"]));
    const [one] = (await data("/announcements?perPage=100")).filter(
      (piece: { tags: [] }) => piece.tags.length > 0,
    );
    if (one) expect(await data(`/announcements?tag=${encodeURIComponent(one.tags[0])}`)).not.toEqual([]);
    for (const event of await data("/events?year=2022")) expect(event.startsAt).toMatch(/^2022-/);
    for (const piece of await data("/announcements?lang=sv")) expect(piece.languages).toContain("sv");
    expect(await data("/events?since=2199-01-01")).toEqual([]);
    const then = await (await ask("/members?asOf=2021-04-01")).response.json();
    const later = await (await ask("/members?asOf=2024-01-01")).response.json();
    expect(then.counts.country).toBeLessThan(later.counts.country);
    expect(then.total).toBe(Object.values<number>(then.counts).reduce((a, b) => a + b));
  });

  test("answers 304 while nothing has changed, keeps nothing unasked, and is open to every site", async () => {
    const { response } = await ask("/members?asOf=2022-06-01");
    const etag = response.headers.get("etag") ?? "";
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    const again = await ask("/members?asOf=2022-06-01", { "if-none-match": etag });
    expect(again.response.status).toBe(304);
    const asked = OPTIONS();
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
  });

  test.each([
    ["/events?kind=party", "kind"],
    ["/events?page=0", "page"],
    ["/events?perPage=101", "perPage"],
    ["/events?page=1&page=2", "page"],
    ["/events?limit=3", "limit"],
    ["/members?asOf=2022-02-30", "asOf"],
    ["/statements?lang=de", "lang"],
    ["/announcements?since=yesterday", "since"],
    ["/announcements?year=22", "year"],
  ])("refuses %s", async (address, parameter) => {
    const { of } = await judge();
    const { response } = await ask(address);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const body = await response.json();
    expect(body.parameters).toEqual([parameter]);
    expect(of("Problem")?.(body)).toBe(true);
  });

  test.each([
    "/events/nothing",
    "/events/00000000-0000-4000-8000-000000000000",
    "/events/00000000-0000-4000-8000-000000000000/agenda",
    "/statements/%00",
    "/members/00000000-0000-4000-8000-000000000000",
    "/announcements/00000000-0000-4000-8000-000000000000",
    "/nothing",
  ])("knows nothing at %s", async (address) => {
    const { response } = await ask(address);
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ type: "about:blank", status: 404 });
  });
});

import http, { type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createFront } from "@/lib/http/front";
import { actionBegan, answerWith } from "@/lib/http/status";

/** The front before an application that does what a test says, and otherwise tells what it was sent. */
let database: "there" | "away";
let application: http.RequestListener;
const ask = async () => database === "there";
const server = http.createServer(
  createFront({
    handle: (request, response) => application(request, response),
    database: { reachable: ask, reachableNow: ask },
    https: true,
    trustedProxies: 0,
    development: false,
  }),
);

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  database = "there";
  application = async (request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ headers: request.headers, body: await text(request) }));
  };
});

type Sent = { method?: string; headers?: http.OutgoingHttpHeaders; body?: Buffer | string };
type Got = { status: number; headers: IncomingHttpHeaders; body: string };

function send(path: string, { method, headers, body }: Sent = {}): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = http.request({
      port,
      host: "127.0.0.1",
      path,
      method: method ?? (body ? "POST" : "GET"),
      headers,
    });
    request.on("error", reject);
    request.on("response", async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) });
    });
    request.end(body);
  });
}

test("passes a request on with who is calling, and without what the caller must not say", async () => {
  const headers = {
    "x-plenary-peer": "10.0.0.1",
    "x-middleware-subrequest": "a",
    "x-nonce": "mine",
    "content-security-policy": "script-src 'nonce-mine'",
    "x-forwarded-host": "evil.example",
  };
  const got = await send("/en", { headers, body: "a=1" });
  const seen = JSON.parse(got.body);
  expect(seen.body).toBe("a=1");
  expect(seen.headers["x-plenary-peer"]).toBe("127.0.0.1");
  expect(seen.headers).not.toHaveProperty("x-middleware-subrequest");
  expect(seen.headers).not.toHaveProperty("x-nonce");
  expect(seen.headers).not.toHaveProperty("x-forwarded-host");
  expect(seen.headers["content-security-policy"]).not.toContain("mine");
});

test("every answer has the policy its scripts were made for, with a nonce of its own", async () => {
  const nonces = new Set<string | undefined>();
  for (let i = 0; i < 3; i++) {
    const got = await send("/en");
    expect(got.headers["content-security-policy"]).toBe(
      JSON.parse(got.body).headers["content-security-policy"],
    );
    nonces.add(/'nonce-([^']+)'/.exec(String(got.headers["content-security-policy"]))?.[1]);
    expect(got.headers["x-content-type-options"]).toBe("nosniff");
    expect(got.headers["strict-transport-security"]).toContain("max-age=");
  }
  expect(nonces.size).toBe(3);
});

test("private pages are stored by nobody, whatever the application says", async () => {
  application = (_, response) => void response.setHeader("cache-control", "public, max-age=60").end("secret");
  expect((await send("/en/organize/events")).headers["cache-control"]).toBe("no-store");
  expect((await send("/en/events")).headers["cache-control"]).toBe("public, max-age=60");
});

test.each(["/en/%E0%A4%A", "/sv/%ff", "/en/events/%00", "/en/search?q=%00"])(
  "%s is answered with 400",
  async (path) => {
    const got = await send(path);
    expect(got.status).toBe(400);
    expect(got.headers["content-security-policy"]).toBeDefined();
  },
);

test.each(["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])("%s is answered with 405", async (method) => {
  application = () => expect.unreachable();
  for (const path of ["/sv/events", "/en/organize", "/api/auth/session", "/healthz"]) {
    const got = await send(path, { method });
    expect(got.status).toBe(405);
    expect(got.headers.allow).toBe("GET, HEAD, POST, OPTIONS");
    expect(got.headers["content-security-policy"]).toBeDefined();
  }
});

test.each(["GET", "HEAD", "POST", "OPTIONS"])("%s reaches the application", async (method) => {
  application = (request, response) => void response.setHeader("x-asked", request.method ?? "").end();
  expect((await send("/en", { method })).headers["x-asked"]).toBe(method);
});

test("more than 6 MB is answered with 413, announced or not, and never reaches the application", async () => {
  application = () => expect.unreachable();
  const body = Buffer.alloc(10_000_000, "x");
  expect((await send("/en", { body, headers: { "content-length": body.length } })).status).toBe(413);
  const streamed = await send("/sv", { body, headers: { "transfer-encoding": "chunked" } });
  expect(streamed.status).toBe(413);
  expect(streamed.body).toContain("större än 6 MB");
});

test("just over 6 MB, for a file of 6 MB and its form, arrives whole", async () => {
  const got = await send("/en", {
    body: Buffer.alloc(6_100_000, "x"),
    headers: { "transfer-encoding": "chunked" },
  });
  expect(JSON.parse(got.body).body).toHaveLength(6_100_000);
});

test("a sender that goes away in the middle harms nobody", async () => {
  const { port } = server.address() as AddressInfo;
  const request = http.request({
    port,
    host: "127.0.0.1",
    method: "POST",
    headers: { "content-length": 1000 },
  });
  request.on("error", () => {});
  request.write("half");
  await pause(50);
  request.destroy();
  expect((await send("/en")).status).toBe(200);
});

test("while the database is away pages say so with 503, and come back by themselves", async () => {
  database = "away";
  const got = await send("/sv/events");
  expect(got.status).toBe(503);
  expect(got.headers["retry-after"]).toBe("10");
  expect(got.body).toContain("Strax tillbaka");
  expect((await send("/healthz")).status).toBe(200);
  database = "there";
  expect((await send("/sv/events")).status).toBe(200);
});

test("a failure because the database went away meanwhile is a 503, any other stays a 500", async () => {
  const fail: http.RequestListener = (_, response) => {
    response.setHeader("x-internal", "1");
    response.writeHead(500, { "content-type": "text/plain" });
    response.write("half of ");
    response.end("an error page");
  };
  application = fail;
  const bug = await send("/en");
  expect(bug).toMatchObject({ status: 500, body: "half of an error page" });

  application = (request, response) => {
    database = "away";
    fail(request, response);
  };
  const away = await send("/en");
  expect(away.status).toBe(503);
  expect(away.body).toContain("Back in a moment");
  expect(away.body).not.toContain("error page");
});

test("a failed post is a 400 if no action of ours began, and a 500 if one did", async () => {
  application = (_, response) => void response.writeHead(500).end();
  expect((await send("/en", { body: "garbage" })).status).toBe(400);
  application = (_, response) => {
    actionBegan();
    response.writeHead(500).end();
  };
  expect((await send("/en", { body: "form" })).status).toBe(500);
});

test("an action can give its answer a status", async () => {
  application = async (_, response) => {
    await pause(1);
    answerWith(422);
    response.write("refused");
    response.end();
  };
  expect(await send("/en", { body: "form" })).toMatchObject({ status: 422, body: "refused" });
  application = (_, response) => {
    answerWith(422);
    response.writeHead(303, { location: "/en" }).end();
  };
  expect((await send("/en", { body: "form" })).status).toBe(303);
});

test("an application that throws does not take the server with it", async () => {
  application = async () => {
    throw new Error("unforeseen");
  };
  expect(await send("/en")).toMatchObject({ status: 500, body: "" });
});

test("lets a file that is handed out run nothing, wherever it is opened", async () => {
  application = async (_, response) => {
    response.setHeader("content-type", "text/plain");
    response.setHeader("content-disposition", "attachment; filename=a.txt");
    response.end("a");
  };
  const got = await send("/en/organize/file");
  expect(got.headers["content-security-policy"]).toBe("sandbox; default-src 'none'");
  expect(got.headers["x-content-type-options"]).toBe("nosniff");
});

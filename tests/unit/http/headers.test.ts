import { expect, test } from "vitest";
import { contentSecurityPolicy, isPrivate, securityHeaders, stripRequestHeaders } from "@/lib/http/headers";

test.each([
  "/en/organize",
  "/sv/organize/events",
  "/sv/desk",
  "/en/sign-in",
  "/api/auth/session",
  "/en/registration/x",
  "/en/invitation/x",
  "/en/application/x",
  "/en/press/x",
  "/en/subscription/x",
  "/api/unsubscribe/x",
  "/en/events/summit/my/x",
  "/sv/events/summit/my/x.ics",
])("%s is private: stored nowhere, named to nobody", (path) => {
  expect(isPrivate(path)).toBe(true);
  const sent = securityHeaders(path, "", true);
  expect(sent["cache-control"]).toBe("no-store");
  expect(sent["referrer-policy"]).toBe("same-origin");
});

test.each([
  "/",
  "/en",
  "/en/events/organize",
  "/en/organizers",
  "/en/deskwork",
  "/en/events/summit/my-agenda",
])("%s is public", (path) => expect(isPrivate(path)).toBe(false));

test("only the page at the door may use the camera", () => {
  const policy = (path: string) => securityHeaders(path, "", true)["permissions-policy"];
  const event = "/sv/organize/events/7c9e6679-7425-40de-944b-e07fc1f90ae7";
  expect(policy(`${event}/door`)).toContain("camera=(self), microphone=()");
  for (const path of ["/", event, `${event}/door/list`, `${event}/doors`, "/en/organize/events/x/door"])
    expect(policy(path)).toContain("camera=(), microphone=()");
});

test("browsers are told to insist on https only where there is https", () => {
  expect(securityHeaders("/", "", true)["strict-transport-security"]).toContain("includeSubDomains");
  expect(securityHeaders("/", "", false)["strict-transport-security"]).toBeUndefined();
});

test("a client cannot speak for the house, nor for a proxy that is not there", () => {
  const sent = () => ({
    "content-security-policy": "script-src 'nonce-mine'",
    "x-nonce": "mine",
    "x-plenary-peer": "10.0.0.1",
    "x-middleware-subrequest": "proxy:proxy",
    "x-forwarded-for": "10.0.0.1",
    "x-forwarded-host": "evil.example",
    accept: "text/html",
  });
  const direct = sent();
  stripRequestHeaders(direct, 0);
  expect(direct).toEqual({ accept: "text/html" });

  const proxied = sent();
  stripRequestHeaders(proxied, 1);
  expect(Object.keys(proxied)).toEqual(["x-forwarded-for", "x-forwarded-host", "accept"]);
});

test("scripts run with the nonce of the answer only", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

test("the widget of an agenda may stand in a frame of another website, and nothing else may", () => {
  const framed = (path: string) => [
    securityHeaders(path, "", true)["x-frame-options"],
    /frame-ancestors ([^;]+)/.exec(contentSecurityPolicy("abc", false, path))?.[1],
  ];
  expect(framed("/en/events/summit-2026/embed")).toEqual([undefined, "*"]);
  for (const path of ["/", "/en/events/summit-2026", "/en/events/x/embed/y", "/en/organize/events/x/embed"])
    expect(framed(path)).toEqual(["DENY", "'none'"]);
});

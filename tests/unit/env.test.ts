import { expect, test } from "vitest";
import { readEnv } from "@/lib/env";

const production = {
  DATABASE_URL: "postgres://plenary:x@db.example.org/plenary",
  AUTH_SECRET: "s".repeat(32),
  BASE_URL: "https://plenary.example.org",
  SMTP_URL: "smtps://user:pass@mail.example.org",
  MAIL_FROM: "Plenary <plenary@example.org>",
};
const here = { ...production, BASE_URL: "http://localhost:3000", SMTP_URL: "", PLENARY_DEMONSTRATION: "1" };

test("reads a complete production setting and fills in the rest", () => {
  const expected = { PORT: 3000, HOST: "127.0.0.1", TRUSTED_PROXIES: 0, JOBS: "here", demonstration: false };
  expect(readEnv(production)).toMatchObject(expected);
});

test("names everything that is missing at once", () => {
  const reading = () => readEnv({});
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "BASE_URL", "SMTP_URL", "MAIL_FROM"]) {
    expect(reading).toThrow(`${name} is missing`);
  }
});

test("names everything that is wrong at once, also what only goes wrong together", () => {
  const { DATABASE_URL: _, ...rest } = production;
  const spoilt = { ...rest, BASE_URL: "http://plenary.example.org", OIDC_NAME: "Secretariat", PORT: "http" };
  const complaints = () => readEnv({ ...spoilt, SMTP_URL: "" });
  for (const complaint of [
    "DATABASE_URL is missing",
    "BASE_URL must begin with https://",
    "OIDC_ISSUER is missing (the OIDC_ variables belong together)",
    "OIDC_CLIENT_ID is missing",
    "OIDC_CLIENT_SECRET is missing",
    "SMTP_URL is missing",
    "PORT must be a number",
  ]) {
    expect(complaints).toThrow(complaint);
  }
});

test.each([
  ["DATABASE_URL", "mysql://db"],
  ["DATABASE_URL", "db.example.org"],
  ["AUTH_SECRET", "too short"],
  ["BASE_URL", "plenary.example.org"],
  ["BASE_URL", "http://plenary.example.org"],
  ["SMTP_URL", "mail.example.org:25"],
  ["SMTP_URL", " "],
  ["PORT", "http"],
  ["PORT", "70000"],
  ["TRUSTED_PROXIES", "-1"],
  ["JOBS", "elsewhere"],
  ["OIDC_ISSUER", "https://login.example.org"],
])("refuses %s=%s", (name, value) => {
  expect(() => readEnv({ ...production, [name]: value })).toThrow(name.split("_")[0]);
});

test("never repeats a secret in the complaint", () => {
  expect(() => readEnv({ ...production, AUTH_SECRET: "hunter2", DATABASE_URL: "x:hunter2" })).toThrow(
    /^(?!.*hunter2)/s,
  );
});

test("the OIDC variables belong together", () => {
  const complete = {
    OIDC_ISSUER: "https://login.example.org",
    OIDC_CLIENT_ID: "plenary",
    OIDC_CLIENT_SECRET: "secret",
    OIDC_NAME: "Secretariat",
  };
  expect(readEnv({ ...production, ...complete })).toMatchObject(complete);
  const { OIDC_NAME: _, ...incomplete } = complete;
  expect(() => readEnv({ ...production, ...incomplete })).toThrow("OIDC_NAME is missing");
});

test("the demonstration is open only where nobody but this machine can knock", () => {
  expect(readEnv(here).demonstration).toBe(true);
  expect(readEnv({ ...production, PLENARY_DEMONSTRATION: "1" }).demonstration).toBe(false);
  expect(readEnv({ ...production, PLENARY_DEMONSTRATION: "1", HOST: "0.0.0.0" }).demonstration).toBe(false);
  const reachable = { ...here, SMTP_URL: production.SMTP_URL, HOST: "0.0.0.0" };
  expect(readEnv(reachable).demonstration).toBe(false);
});

test("links are made from the origin of BASE_URL", () => {
  expect(readEnv({ ...production, BASE_URL: "https://plenary.example.org/" }).BASE_URL).toBe(
    "https://plenary.example.org",
  );
});

test("files go to an object store where all of its settings are given, and one alone is a mistake", () => {
  const store = {
    FILES_S3_URL: "https://s3.example.org",
    FILES_S3_BUCKET: "plenary",
    FILES_S3_KEY: "key",
    FILES_S3_SECRET: "secret",
  };
  expect(readEnv({ ...production, ...store })).toMatchObject({ ...store, FILES_S3_REGION: "us-east-1" });
  expect(readEnv(production).FILES_S3_URL).toBeUndefined();
  const { FILES_S3_SECRET: _, ...some } = store;
  expect(() => readEnv({ ...production, ...some })).toThrow(
    "FILES_S3_SECRET is missing (the FILES_S3_ variables belong together)",
  );
});

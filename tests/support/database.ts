import crypto from "node:crypto";
import { afterAll, inject } from "vitest";
import { connect, withDatabase } from "./postgres";

/** Gives each test file a migrated, empty database of its own before any module of ours is loaded. */
const name = `test_${crypto.randomBytes(6).toString("hex")}`;
const admin = connect(inject("cluster"));
// One copy at a time: PostgreSQL refuses to copy a template while another session does.
await admin`select pg_advisory_lock(hashtext('plenary:template'))`;
await admin.unsafe(`create database ${name} template template_plenary`);
await admin`select pg_advisory_unlock(hashtext('plenary:template'))`;

Object.assign(process.env, {
  DATABASE_URL: withDatabase(inject("cluster"), name),
  AUTH_SECRET: "a secret for tests only, long enough for everybody",
  BASE_URL: "http://localhost:3000",
  MAIL_FROM: "Plenary <plenary@example.org>",
  SMTP_URL: "smtp://127.0.0.1:9",
});

afterAll(async () => {
  const { disconnect } = await import("@/db/client");
  await disconnect();
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
});

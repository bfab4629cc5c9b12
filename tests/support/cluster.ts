import type { TestProject } from "vitest/node";
import { migrateAll } from "@/bin/house/migrate";
import { startThrowAway } from "@/db/embedded/throw-away";
import { connect, withDatabase } from "./postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the cluster's own database, for making and dropping others. */
    cluster: string;
  }
}

/** The migrated, empty database that each test file gets a copy of. */
const TEMPLATE = "template_plenary";

/** Starts one throw-away server for the whole run and migrates the template once. */
export default async function setUp(project: TestProject) {
  const embedded = await startThrowAway();
  const sql = connect(embedded.url);
  await sql.unsafe(`create database ${TEMPLATE}`);
  await sql.end();
  await migrateAll(withDatabase(embedded.url, TEMPLATE));
  project.provide("cluster", embedded.url);
  return embedded.stop;
}

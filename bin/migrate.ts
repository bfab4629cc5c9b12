import { doOnce } from "./house/lifetime";
import { migrateAll } from "./house/migrate";

/** `npm run migrate`: brings the database at DATABASE_URL to the newest schema, before the new version is started. */
await doOnce(async () => {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error("DATABASE_URL is missing. (The embedded database is migrated by `npm start` itself.)");
  await migrateAll(url);
  console.log("The database is up to date.");
});

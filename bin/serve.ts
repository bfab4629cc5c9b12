import { readEnv } from "@/lib/env";
import { stayOpen } from "./house/lifetime";

/** Serves a finished build from a migrated database, with every setting given by the environment. */
Object.assign(process.env, { NODE_ENV: "production" });

await stayOpen(async (onClose) => {
  const env = readEnv(process.env);
  const { openServer } = await import("./house/server");
  const server = await openServer(env, false);
  onClose(server.close);
  console.log(`Plenary listens on http://${env.HOST}:${server.port}`);
  process.send?.({ port: server.port });
});

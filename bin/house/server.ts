import http from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { disconnect } from "@/db/client";
import { mayUpload } from "@/domain/media/uploader";
import type { Env } from "@/lib/env";
import { createFront } from "@/lib/http/front";
import { databaseProbe } from "@/lib/http/reachable";
import { endStreams } from "@/lib/http/stream";
import { type Jobs, runJobs } from "@/lib/jobs/run";
import { crontab, tasks } from "../jobs";
import { cannotListen } from "./port";
import { rehearsing, sessionOf } from "./rehearsing";
import { ROOT } from "./root";

/** A house with open doors. */
export type Server = {
  /** The port it listens on: another than asked for only if 0 was. */
  port: number;
  /** Lets requests and jobs at work finish (at most ten seconds), then closes everything. */
  close(): Promise<void>;
};

/** Opens the web server, and works on jobs unless `JOBS=none`. Rejects with a clear message if the port is taken. */
export async function openServer(env: Env, development: boolean): Promise<Server> {
  const server = http.createServer({
    requestTimeout: 30_000,
    headersTimeout: 15_000,
    keepAliveTimeout: 65_000,
  });
  const port = await listen(server, env.HOST, env.PORT);
  // Both would otherwise be derived from the Host header of a request, which anybody can write.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://127.0.0.1:${port}`;
  process.env.NEXTAUTH_URL = env.BASE_URL;

  // In production Next gets a server nobody connects to: it has no use for WebSockets, so it hears of none.
  const httpServer = development ? server : http.createServer();
  const app = next({
    dev: development,
    dir: ROOT,
    hostname: "localhost",
    port,
    httpServer,
    quiet: !development,
  });
  await app.prepare();
  const probe = databaseProbe(env.DATABASE_URL);
  const handle = app.getRequestHandler();
  const front = { handle, database: probe, trustedProxies: env.TRUSTED_PROXIES, development };
  server.removeAllListeners("request");
  const https = env.BASE_URL.startsWith("https:");
  const mayFillLibrary = (request: http.IncomingMessage) => mayUpload(sessionOf(request, https));
  server.on("request", createFront({ ...front, https, around: rehearsing(https), mayFillLibrary }));

  const jobs: Jobs | undefined = env.JOBS === "here" ? runJobs(env.DATABASE_URL, tasks, crontab) : undefined;
  return {
    port,
    async close() {
      endStreams();
      await Promise.all([drain(server), jobs?.stop()]);
      await Promise.all([app.close(), probe.close(), disconnect()]);
    },
  };
}

/** Listens; until the application is ready every request is asked to come again. */
function listen(server: http.Server, host: string, port: number): Promise<number> {
  server.on("request", (_, response) => response.writeHead(503, { "retry-after": "2" }).end());
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops taking connections and waits for the requests at work; after ten seconds they are cut off. */
function drain(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

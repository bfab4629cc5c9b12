import http from "node:http";

/** What a stretch of load showed; times in milliseconds. */
export type Measured = { perSecond: number; p50: number; p95: number; failed: number };

/** How much load: this many connections at once, for this many milliseconds, and never more requests than this. */
const CONNECTIONS = 8;
const WARM_UP = 1000;
const DURATION = 4000;
const MOST = 100_000;

/** Who asks: over how many connections at once, and as whom. */
type Asker = { connections?: number; cookie?: string };

/** Asks for one address again and again over kept connections, and says how fast answers came. Loopback only. */
export async function load(url: string, asker: Asker = {}): Promise<Measured> {
  const { connections = CONNECTIONS } = asker;
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const headers = asker.cookie ? { cookie: asker.cookie } : {};
  await stretch(url, { agent, headers }, connections, WARM_UP);
  const measured = await stretch(url, { agent, headers }, connections, DURATION);
  agent.destroy();
  return measured;
}

async function stretch(
  url: string,
  options: http.RequestOptions,
  connections: number,
  duration: number,
): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const connection = async () => {
    while (performance.now() - began < duration && times.length < MOST) {
      const asked = performance.now();
      const status = await get(url, options);
      times.push(performance.now() - asked);
      if (status !== 200) failed++;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return summarise(times, performance.now() - began, failed);
}

/** Sums up how long each answer took, of `elapsed` milliseconds in all. */
export function summarise(times: number[], elapsed: number, failed: number): Measured {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: (times.length / elapsed) * 1000, p50: at(0.5), p95: at(0.95), failed };
}

function get(url: string, options: http.RequestOptions): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(url, { ...options, timeout: 10_000 }, (response) => {
      response.on("end", () => resolve(response.statusCode ?? 0)).resume();
    });
    request.on("timeout", () => request.destroy()).on("error", () => resolve(0));
  });
}

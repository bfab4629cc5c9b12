import net, { type AddressInfo, type Socket } from "node:net";

/** A line to a server on this machine that a test can cut and mend, as a network does. */
export type Cable = { port: number; cut(): void; mend(): void; close(): Promise<unknown> };

/** Lays a cable to a port: what connects to the cable's own port reaches it, as long as the cable is whole. */
export async function layCable(to: number): Promise<Cable> {
  let whole = true;
  const ends = new Set<Socket>();
  const server = net.createServer((near) => {
    if (!whole) return near.destroy();
    const far = net.connect(to, "127.0.0.1");
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on("error", () => other.destroy());
      end.on("close", () => {
        ends.delete(end);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    whole = false;
    for (const end of ends) end.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => {
      whole = true;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

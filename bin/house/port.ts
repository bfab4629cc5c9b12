import net from "node:net";

/** Fails early, before minutes of building, if the port to serve on is taken. */
export async function refuseTakenPort(): Promise<void> {
  const port = Number(process.env.PORT || 3000);
  const host = process.env.HOST || "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    const trial = net.createServer();
    trial.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    trial.listen(port, host, () => trial.close(() => resolve()));
  });
}

/** Why a port cannot be listened on, and what to do. */
export function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=3001 npm start`,
    EACCES: `Port ${port} may not be used by this user. Choose one above 1023, for example PORT=3000.`,
    EADDRNOTAVAIL: `HOST=${host} is no address of this machine.`,
  };
  return new Error(reasons[error.code ?? ""] ?? `Cannot listen on ${host}:${port}: ${error.message}`, {
    cause: error,
  });
}

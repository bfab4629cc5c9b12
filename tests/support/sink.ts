import fs from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** Opens a real SMTP server that keeps every mail as a file, numbered in the order of arrival. */
export async function openSink(directory: string) {
  fs.mkdirSync(directory, { recursive: true });
  let arrived = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    async onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const mail = await buffer(stream);
      const name = String(++arrived).padStart(6, "0");
      const recipients = rcptTo.map(({ address }) => address);
      const envelope = JSON.stringify({ from: mailFrom ? mailFrom.address : "", recipients });
      fs.writeFileSync(path.join(directory, `${name}.envelope.json`), envelope);
      // Last and in one step: whoever sees this file may read all of it.
      fs.writeFileSync(path.join(directory, `${name}.part`), mail);
      fs.renameSync(path.join(directory, `${name}.part`), path.join(directory, `${name}.eml`));
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

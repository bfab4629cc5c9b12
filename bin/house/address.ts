import fs from "node:fs";
import path from "node:path";
import { lives } from "@/db/embedded/running";
import type { OnClose } from "./lifetime";

const fileIn = (data: string) => path.join(data, "running");

/** Keeps the address of this instance beside its data while it runs, for commands that print links to it. */
export function keepAddress(data: string, address: string, onClose: OnClose): void {
  const file = fileIn(data);
  const mine = `${process.pid}\n${address}\n`;
  fs.writeFileSync(file, mine, { mode: 0o600 });
  onClose(() => {
    // Another instance on the same data may have come after this one.
    if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === mine) fs.rmSync(file);
  });
}

/** The address of the instance that runs on these data; nothing where none does, or it was killed. */
export function keptAddress(data: string): string | undefined {
  try {
    const [pid, address] = fs.readFileSync(fileIn(data), "utf8").split("\n");
    return address && lives(Number(pid)) ? address : undefined;
  } catch {
    return;
  }
}

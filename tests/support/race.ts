import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import readline from "node:readline";
import type { Race } from "./racer";

/** What a racer was told of one person: approved, or waiting at a place. */
export type Confirmation = { number: number; outcome: string; place: number };

/** An app process of its own that registers people over so many connections. */
export class Racer {
  readonly confirmations: Confirmation[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(url: string, connections: number, { withoutLock = false } = {}) {
    const env = { ...process.env, DATABASE_URL: url, DATABASE_POOL: String(connections) };
    this.child = fork("tests/support/racer.ts", {
      execArgv: ["--import", "tsx"],
      env: withoutLock ? { ...env, WITHOUT_LOCK: "1" } : env,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    if (!this.child.stdout) throw new Error("a racer says nothing");
    const lines = readline.createInterface({ input: this.child.stdout });
    lines.on("line", (line) => {
      const [number = "", outcome = "", place = ""] = line.split(" ");
      this.confirmations.push({ number: Number(number), outcome, place: Number(place) });
    });
    this.ended = Promise.all([once(this.child, "exit"), once(lines, "close")]);
  }

  /** Resolves when the process has loaded everything and waits to be told whom to register. */
  async ready() {
    await once(this.child, "message");
    return this;
  }

  /** Begins; resolves when everybody is confirmed, or the process was killed. Rejects where it failed by itself. */
  async run(race: Race) {
    this.child.send(race);
    await this.ended;
    if (this.child.exitCode) throw new Error(`a racer ended with ${this.child.exitCode}`);
  }

  /** Ends the process at once, with no chance to tidy up. */
  kill() {
    this.child.kill("SIGKILL");
  }
}

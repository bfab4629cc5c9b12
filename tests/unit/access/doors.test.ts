import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

function files(folder: string, keep: (file: string) => boolean): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file))
    .filter((file) => fs.statSync(file).isFile() && keep(file));
}

const source = (file: string) => fs.readFileSync(file, "utf8");
/** A file that writes: it opens a transaction of its own, or is one step of a verb that was given one. */
const opens = /\bdb\(\)\s*\.\s*transaction\(/;

describe("every door is guarded", () => {
  it("a verb that opens a transaction asks for a right", () => {
    const verbs = files("domain", (file) => file.endsWith(".ts")).filter((file) => opens.test(source(file)));
    expect(verbs.length).toBeGreaterThan(25);
    const unguarded = verbs.filter((file) => !/\bensure\(/.test(source(file)));
    // The job behind `ask`, whose right was asked for when it was put in the queue, stands in the same file.
    expect(unguarded).toEqual([]);
  });

  it("a server action goes through one of the two clients", () => {
    const actions = files("app", (file) => /\.tsx?$/.test(file)).filter((file) =>
      /^["']use server["']/.test(source(file)),
    );
    expect(actions.length).toBeGreaterThan(5);
    for (const file of actions) {
      const exported = [...source(file).matchAll(/^export (?:async function|const) (\w+)(.*)$/gm)];
      expect(exported.length, file).toBeGreaterThan(0);
      for (const [, name, rest] of exported)
        expect(`${name}${rest}`, file).toMatch(/= (publicAction|signedInAction)\b/);
    }
    const inline = files("app", (file) => file.endsWith(".tsx")).filter((file) =>
      /^\s+["']use server["']/m.test(source(file)),
    );
    expect(inline).toEqual([]);
  });
});

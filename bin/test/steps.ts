import { inProject } from "../house/root";

/** One step of `npm test`: a program of the project, run with these arguments. */
export type Step = {
  name: string;
  /** Command lines of Node, run one after the other. */
  commands: string[][];
  /** Runs only when it is named. */
  onRequest?: true;
  /** The report its tests are counted from. */
  report?: { kind: "vitest" | "playwright"; file: string; variable?: string };
};

const program = (...names: string[]) => inProject("node_modules", ...names);
const vitest = program("vitest/vitest.mjs");
const next = program("next/dist/bin/next");

/** The steps in their order; reports go to `directory`. */
export function stepsIn(directory: string): Step[] {
  const tested = (project: string): Step => {
    const file = `${directory}/${project}.json`;
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const commands = [[vitest, "run", "--project", project, ...reporters]];
    return { name: project, commands, report: { kind: "vitest", file } };
  };
  const browser = {
    kind: "playwright" as const,
    file: `${directory}/e2e.json`,
    variable: "PLENARY_E2E_REPORT",
  };
  return [
    { name: "lint", commands: [[program("@biomejs/biome/bin/biome"), "check", "."]] },
    { name: "unused", commands: [[program("knip/bin/knip.js")]] },
    {
      name: "typecheck",
      commands: [
        [next, "typegen"],
        [program("typescript/bin/tsc"), "--noEmit"],
      ],
    },
    tested("unit"),
    tested("integration"),
    { name: "build", commands: [["--import", "tsx", inProject("bin/build.ts")]] },
    { name: "e2e", commands: [[program("@playwright/test/cli.js"), "test"]], report: browser },
  ];
}

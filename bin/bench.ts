import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { freePort } from "@/db/embedded/ports";
import { load, type Measured } from "./bench/load";
import { publicPages } from "./bench/pages";
import { type OnClose, stayOpen } from "./house/lifetime";
import { inProject } from "./house/root";

/**
 * `npm run bench`: how many requests a second the public pages stand, beside a bare Node server that returns the same
 * bytes, how many registrations a second one event takes, how many rows of a list are imported, how soon five hundred
 * listeners hear of what happens, how long the list of ten thousand participants takes to answer one organizer, how
 * long a thousand items of an agenda take to check, two texts of three hundred paragraphs to compare and merge, two
 * hundred open amendments to be shown, a thousand announcements to be listed, a release of forty things to be made
 * public, the members of a day to be found among two thousand spells and a word among ten thousand texts. On a
 * throw-away database with the demonstration group; load generator and servers
 * share the machine, so read the ratios.
 */
await stayOpen(async (onClose) => {
  const plenary = start("tests/support/stage.ts", onClose, await freePort());
  const [{ port, settings }] = await once(plenary, "message");
  const bare = start("bin/bench/bare.ts", onClose);
  const [barePort] = await once(bare, "message");

  console.log(line("page", "kB", "req/s", "p50 ms", "p95 ms", "bare/s", "of bare"));
  /** One page and the yardstick beside it, asked for in the same way. */
  const compare = async (name: string, url: string, connections?: number, cookie?: string) => {
    const bytes = await (await fetch(url, { headers: cookie ? { cookie } : {} })).text();
    bare.send(bytes);
    await once(bare, "message");
    const page = await load(url, { connections, cookie });
    const yardstick = await load(`http://127.0.0.1:${barePort}/`, { connections });
    console.log(row(name, bytes.length, page, yardstick));
  };
  for (const [name, url] of await publicPages(`http://127.0.0.1:${port}`)) await compare(name, url);

  Object.assign(process.env, settings);
  const { registrationsPerSecond } = await import("./bench/registrations");
  console.log(`\nregistrations for one event: ${(await registrationsPerSecond()).toFixed(0)} a second`);
  const { importedPerSecond } = await import("./bench/imports");
  const { whole, alone } = await importedPerSecond();
  console.log(
    `a list of 10,000 people: ${whole.toFixed(0)} rows a second, ${alone.toFixed(0)} of the import alone`,
  );
  const { liveFanOut } = await import("./bench/live");
  const { listeners, each, last } = await liveFanOut(`http://127.0.0.1:${port}`);
  console.log(
    `\n${listeners} listeners of one process, ms from the deed: p50 ${each.p50.toFixed(0)}, p95 ${each.p95.toFixed(0)}; the last of them p50 ${last.p50.toFixed(0)}, p95 ${last.p95.toFixed(0)}`,
  );
  const { longList } = await import("./bench/participants");
  const { count, cookie, pages } = await longList(`http://localhost:${port}`);
  console.log(`\nthe list of ${count} participants, one page at a time`);
  console.log(line("page", "kB", "req/s", "p50 ms", "p95 ms", "bare/s", "of bare"));
  for (const [name, url] of pages) await compare(name, url, 1, cookie);
  const { longAgenda } = await import("./bench/agenda");
  const agenda = await longAgenda(`http://localhost:${port}`);
  console.log(
    `\nan agenda of ${agenda.count} items: checked in ${agenda.checked.toFixed(1)} ms, ${agenda.found} findings`,
  );
  console.log(line("page", "kB", "req/s", "p50 ms", "p95 ms", "bare/s", "of bare"));
  for (const [name, url] of agenda.pages) await compare(name, url, 1, agenda.cookie);
  const { longStatement } = await import("./bench/statements");
  const statement = await longStatement(`http://localhost:${port}`);
  console.log(
    `\ntwo texts of ${statement.paragraphs} paragraphs: compared in ${statement.compared.toFixed(1)} ms, merged in ${statement.merged.toFixed(1)} ms; ${statement.endorsers} endorsers read in ${statement.read.toFixed(1)} ms`,
  );
  console.log(line("page", "kB", "req/s", "p50 ms", "p95 ms", "bare/s", "of bare"));
  for (const [name, url] of statement.pages) await compare(name, url, 1, statement.cookie);
  const { manyAnnouncements } = await import("./bench/announcement");
  const news = await manyAnnouncements(`http://localhost:${port}`);
  console.log(
    `\n${news.count} announcements in two languages: a page of the list in ${news.listed.toFixed(1)} ms, one of ${news.editions} editions by a former address in ${news.read.toFixed(1)} ms`,
  );
  console.log(line("page", "kB", "req/s", "p50 ms", "p95 ms", "bare/s", "of bare"));
  for (const [name, url] of news.pages) await compare(name, url);
  const { longNegotiation } = await import("./bench/negotiation");
  const negotiation = await longNegotiation(`http://localhost:${port}`);
  console.log(
    `\n${negotiation.amendments} open amendments: read in ${negotiation.read.toFixed(1)} ms, their ${negotiation.groups} groups found in ${negotiation.grouped.toFixed(1)} ms`,
  );
  console.log(line("page", "kB", "req/s", "p50 ms", "p95 ms", "bare/s", "of bare"));
  for (const [name, url] of negotiation.pages) await compare(name, url, 1, statement.cookie);
  const { largeRelease } = await import("./bench/release");
  const release = await largeRelease();
  console.log(
    `\na release of ${release.items} things: checked in ${release.checked.toFixed(0)} ms, made public in ${release.published.toFixed(0)} ms`,
  );
  const { longDirectory } = await import("./bench/directory");
  const directory = await longDirectory(`http://localhost:${port}`);
  console.log(
    `\nthe directory on a date, of ${directory.spells} spells: read in ${directory.read.toFixed(1)} ms`,
  );
  console.log(line("page", "kB", "req/s", "p50 ms", "p95 ms", "bare/s", "of bare"));
  for (const [name, url] of directory.pages) await compare(name, url, 1);
  const { longSearch } = await import("./bench/search");
  const searched = await longSearch();
  console.log(`\na search over ${searched.count} texts, with its counts and first page`);
  console.log(line("words", "found", "p50 ms", "worst ms"));
  for (const [name, found, ...times] of searched.times)
    console.log(line(name, String(found), ...times.map((time) => time.toFixed(1))));
  const { disconnect } = await import("@/db/client");
  await disconnect();
  process.kill(process.pid, "SIGTERM");
});

/** Starts a program of the project as a child that ends with us. */
function start(file: string, onClose: OnClose, port = 0): ChildProcess {
  const env = { ...process.env, PORT: String(port) };
  const child = fork(inProject(file), { execArgv: ["--import", "tsx"], env });
  child.on("exit", (code) => code && console.error(`${file} ended with ${code}`));
  onClose(async () => {
    if (child.exitCode === null && child.kill()) await once(child, "exit");
  });
  return child;
}

function row(name: string, bytes: number, page: Measured, bare: Measured): string {
  return line(
    page.failed ? `${name} (${page.failed} failed)` : name,
    (bytes / 1000).toFixed(1),
    page.perSecond.toFixed(0),
    page.p50.toFixed(1),
    page.p95.toFixed(1),
    bare.perSecond.toFixed(0),
    `${((page.perSecond / bare.perSecond) * 100).toFixed(1)} %`,
  );
}

function line(name: string, ...figures: string[]): string {
  return name.padEnd(24) + figures.map((figure) => figure.padStart(10)).join("");
}

import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Where distributions and vendors put a Chromium or Chrome. */
const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a browser for the tests: the one in CHROMIUM_PATH, else an installed one, else the one that comes through npm
 * (Linux on x64; needs nothing from the system). Resolves to nothing where only Playwright's own may be left.
 */
export async function findBrowser(): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = INSTALLED.find((file) => fs.existsSync(file));
  if (installed) return installed;
  return process.platform === "linux" && process.arch === "x64" ? unpack() : undefined;
}

/**
 * Unpacks the browser of @sparticuz/chromium once, below node_modules. It takes the temporary directory from the
 * environment, and brings its own libraries and fonts only where it believes to be in a cloud function.
 */
async function unpack(): Promise<string> {
  const cache = path.resolve(import.meta.dirname, "../../node_modules/.cache/chromium");
  fs.mkdirSync(cache, { recursive: true });
  const before = process.env.TMPDIR ?? os.tmpdir();
  Object.assign(process.env, { TMPDIR: cache, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" });
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    const executable = await chromium.executablePath();
    fs.writeFileSync(path.join(cache, "fonts.conf"), fontSettings(cache));
    process.env.FONTCONFIG_PATH = cache;
    return executable;
  } finally {
    process.env.TMPDIR = before;
    delete process.env.AWS_EXECUTION_ENV;
  }
}

/** Its own settings look for the fonts in /tmp only; without any font a page with a form crashes. */
const fontSettings = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${cache}/fonts</dir>
  <cachedir>${cache}/fonts-cache</cachedir>
</fontconfig>
`;

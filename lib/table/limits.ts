/**
 * What a table that is read may be at most: a list of people, not a warehouse. `unpackedBytes` is what a spreadsheet
 * may grow to when it is unpacked: a small file that says it holds gigabytes is refused before they are there.
 */
export const limits = { bytes: 6_000_000, rows: 20_000, columns: 100, unpackedBytes: 60_000_000 };

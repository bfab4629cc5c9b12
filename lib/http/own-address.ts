import dns from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * This machine, and what only machines in a cloud may ask: a private network is neither. One list for each family, for a
 * list of both takes every address of the older one for one that is written in the newer.
 */
const older = new BlockList();
older.addSubnet("127.0.0.0", 8);
older.addSubnet("169.254.0.0", 16);
const newer = new BlockList();
newer.addAddress("::1", "ipv6");
newer.addSubnet("fe80::", 10, "ipv6");
newer.addSubnet("::ffff:0:0", 96, "ipv6");
// Where clouds answer their machines outside of those ranges: Amazon in IPv6, Alibaba, Oracle.
newer.addAddress("fd00:ec2::254", "ipv6");
older.addAddress("100.100.100.200");
older.addAddress("192.0.0.192");

/** An address that leads to this machine or to what only it may ask was refused. */
export class OwnAddress extends Error {}

/** Whether an address is this machine's or its cloud's, however it is written; a name is not yet an address. */
export function isOwnAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return family === 4 ? older.check(address, "ipv4") : newer.check(address, "ipv6");
}

/** Looks a name up, and fails with `OwnAddress` if one of its addresses is such. */
export const lookupOutside: LookupFunction = (name, options, done) => {
  dns.lookup(name, options, (error, found, family) => {
    const all = typeof found === "string" ? [found] : (found ?? []).map((one) => one.address);
    if (!error && all.some(isOwnAddress)) done(new OwnAddress("an address of our own"), []);
    else done(error, found, family);
  });
};

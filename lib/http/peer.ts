/**
 * The address of the client, for limits per peer. `hops` is the number of proxies of ours in front (`TRUSTED_PROXIES`):
 * each appends the address it was called from to X-Forwarded-For, so only the last `hops` entries are worth anything;
 * whatever stands before them was written by the client.
 */
export function peerAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string {
  const direct = (socketAddress ?? "unknown").replace(/^::ffff:/, "");
  if (hops === 0 || !forwardedFor) return direct;
  const chain = forwardedFor.split(",").map((address) => address.trim());
  const claimed = chain[Math.max(0, chain.length - hops)];
  return claimed && /^[0-9a-f.:]{2,45}$/i.test(claimed) ? claimed : direct;
}

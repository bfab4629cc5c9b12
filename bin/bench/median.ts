/** The middle of twenty times, in milliseconds. */
export async function median(deed: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 20; time++) {
    const began = performance.now();
    await deed();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[10] ?? 0;
}

/** A driver, and the transactions it opens, that never say `for update`. */
export function unlocked<Driver extends object>(driver: Driver): Driver {
  return new Proxy(driver, {
    get(target, key) {
      const held: unknown = Reflect.get(target, key);
      if (typeof held !== "function" || (key !== "unsafe" && key !== "begin")) return held;
      if (key === "begin")
        return (work: (tx: object) => unknown) => held.call(target, (tx: object) => work(unlocked(tx)));
      return (query: string, ...rest: unknown[]) =>
        held.call(target, query.replace(/ for update\b/, ""), ...rest);
    },
  });
}

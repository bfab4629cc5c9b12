import postgres from "postgres";

/** One connection that says nothing; whoever opens it ends it. */
export const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });

/** The address of another database of the same server. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

import { AwsClient } from "aws4fetch";
import { env } from "@/lib/env";

/** Where bytes are kept outside of the database, by ids that nobody can guess. */
export type ObjectStore = {
  put(id: string, content: Buffer, contentType: string): Promise<void>;
  /** The bytes from one to another, both included, or all of them; nothing where there is no such object. */
  get(id: string, range?: { from: number; to: number }): Promise<Buffer | undefined>;
  remove(id: string): Promise<void>;
};

/** How long the store is waited for, in milliseconds. */
const patience = 60_000;

/**
 * The S3-compatible store of this installation, or nothing where files are in the database. Its objects are private:
 * nobody is ever given an address of it, what they may read is handed through.
 */
export function objectStore(): ObjectStore | undefined {
  const { FILES_S3_URL, FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_KEY, FILES_S3_SECRET } = env();
  if (!FILES_S3_URL || !FILES_S3_BUCKET || !FILES_S3_KEY || !FILES_S3_SECRET) return undefined;
  const client = new AwsClient({
    accessKeyId: FILES_S3_KEY,
    secretAccessKey: FILES_S3_SECRET,
    region: FILES_S3_REGION,
    service: "s3",
    retries: 3,
  });
  const base = `${FILES_S3_URL.replace(/\/+$/, "")}/${encodeURIComponent(FILES_S3_BUCKET)}`;
  const ask = async (id: string, init: RequestInit) => {
    const answer = await client.fetch(`${base}/${id}`, { ...init, signal: AbortSignal.timeout(patience) });
    if (answer.ok || answer.status === 404) return answer;
    await answer.body?.cancel();
    throw new Error(`The object store answered ${init.method ?? "GET"} with ${answer.status}.`);
  };
  return {
    async put(id, content, contentType) {
      const { status } = await ask(id, {
        method: "PUT",
        body: new Uint8Array(content),
        headers: { "content-type": contentType },
      });
      if (status === 404) throw new Error(`The object store has no bucket "${FILES_S3_BUCKET}".`);
    },
    async get(id, range) {
      const headers = range ? { range: `bytes=${range.from}-${range.to}` } : undefined;
      const answer = await ask(id, headers ? { headers } : {});
      if (answer.status === 404) return void (await answer.body?.cancel());
      const content = Buffer.from(await answer.arrayBuffer());
      // A store that does not know parts sends the whole.
      return range && answer.status === 200 ? content.subarray(range.from, range.to + 1) : content;
    },
    async remove(id) {
      await ask(id, { method: "DELETE" });
    },
  };
}

import http from "node:http";
import type { AddressInfo } from "node:net";

/** A store as S3-compatible ones are, in memory: it takes nothing and gives nothing without a signature. */
export async function openObjectStore(bucket = "plenary") {
  const objects = new Map<string, Buffer>();
  /** What was asked for, as method and key. */
  const asked: string[] = [];
  /** While set, every request is answered with this status. */
  const trouble: { status?: number } = {};
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, where, key = ""] = (request.url ?? "").split("/");
    const signed = request.headers.authorization ?? "";
    asked.push(`${request.method} ${key}`);
    const answer = (status: number, body?: Buffer) => response.writeHead(status).end(body);
    if (
      !/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-test\/s3\/aws4_request, .*Signature=[0-9a-f]{64}$/.test(
        signed,
      )
    )
      return answer(403);
    if (trouble.status) return answer(trouble.status);
    if (where !== bucket) return answer(404);
    if (request.method === "PUT") objects.set(key, Buffer.concat(chunks));
    else if (request.method === "DELETE") objects.delete(key);
    else return give(objects.get(key), request.headers.range, answer);
    return answer(request.method === "PUT" ? 200 : 204);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const settings = {
    FILES_S3_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    FILES_S3_BUCKET: bucket,
    FILES_S3_REGION: "eu-test",
    FILES_S3_KEY: "key",
    FILES_S3_SECRET: "secret",
  };
  return { objects, asked, trouble, settings, close: () => server.close() };
}

function give(
  object: Buffer | undefined,
  range: string | undefined,
  answer: (n: number, b?: Buffer) => void,
) {
  if (!object) return answer(404);
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
  return from ? answer(206, object.subarray(Number(from), Number(to) + 1)) : answer(200, object);
}

import http from "node:http";
import type { AddressInfo } from "node:net";

/** A server that knows nothing: answers with the bytes it was handed, from a process of its own. The yardstick. */
let bytes = Buffer.alloc(0);
process.on("message", (text: string) => {
  bytes = Buffer.from(text);
  process.send?.("ready");
});
const server = http.createServer((_, response) => {
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": bytes.length })
    .end(bytes);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit(0));

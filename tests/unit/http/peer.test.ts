import { expect, test } from "vitest";
import { peerAddress } from "@/lib/http/peer";

test("without a trusted proxy the caller is who is connected, whatever it claims", () => {
  expect(peerAddress("::ffff:192.0.2.7", "10.0.0.1", 0)).toBe("192.0.2.7");
});

test("behind trusted proxies the caller is whom the outermost of them saw", () => {
  expect(peerAddress("127.0.0.1", "192.0.2.7", 1)).toBe("192.0.2.7");
  expect(peerAddress("127.0.0.1", "10.9.9.9, 192.0.2.7", 1)).toBe("192.0.2.7");
  expect(peerAddress("127.0.0.1", "10.9.9.9, 192.0.2.7, 198.51.100.1", 2)).toBe("192.0.2.7");
  expect(peerAddress("127.0.0.1", "2001:db8::1", 1)).toBe("2001:db8::1");
});

test("a chain that is too short or no address at all falls back to something real", () => {
  expect(peerAddress("127.0.0.1", "192.0.2.7", 3)).toBe("192.0.2.7");
  expect(peerAddress("127.0.0.1", "<script>", 1)).toBe("127.0.0.1");
  expect(peerAddress("127.0.0.1", undefined, 1)).toBe("127.0.0.1");
});

import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { isOwnAddress } from "@/lib/http/own-address";
import { postOutside } from "@/lib/http/post-outside";
import { openReceiver } from "../../support/receiver";

afterEach(() => vi.restoreAllMocks());

const outside = { private: false, loopback: false };

test.each([
  ["https://127.0.0.1/", "address_refused"],
  // A name that only leads inside when it is looked up.
  ["https://localhost/", "address_refused"],
  ["http://localhost/", "not_https"],
  ["http://example.org/", "not_https"],
  ["ftp://example.org/", "not_https"],
])("%s is not written to", async (address, error) => {
  expect(await postOutside(address, "{}", {}, outside)).toEqual({ error });
});

test("where the network of the house may be told, it is over https alone, and never this machine or a cloud's own", async () => {
  const inside = { private: true, loopback: false };
  expect(await postOutside("http://10.0.0.1/", "{}", {}, inside)).toEqual({ error: "not_https" });
  for (const own of [
    "https://localhost:9/",
    "https://169.254.169.254/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::1]:9/",
    "https://[fe80::1]:9/",
    "https://2130706433/",
    "https://0.0.0.0/",
  ])
    expect(await postOutside(own, "{}", {}, inside), own).toEqual({ error: "address_refused" });
  const answered = await postOutside("https://10.255.255.254:9/", "{}", {}, inside);
  expect(answered).not.toEqual({ error: "address_refused" });
}, 20_000);

test("this machine is told where it may be, and only with what was said", async () => {
  const receiver = await openReceiver();
  const answered = await postOutside(
    receiver.url,
    '{"å":1}',
    { "content-type": "application/json" },
    {
      private: false,
      loopback: true,
    },
  );
  expect(answered).toEqual({ status: 200 });
  expect(receiver.received).toMatchObject([{ body: '{"å":1}', headers: { "content-length": "8" } }]);
  await receiver.close();
});

test("addresses of either family are gone through without a line in the log", async () => {
  const written = [vi.spyOn(console, "warn"), vi.spyOn(console, "error")];
  const inside = { private: true, loopback: false };
  for (const reach of [outside, inside])
    for (const address of ["https://192.0.2.1:9/", "https://10.255.255.254:9/", "https://[fd00::1]:9/"])
      await Promise.race([postOutside(address, "{}", {}, reach), pause(500)]);
  await postOutside("https://localhost:9/", "{}", {}, inside);
  for (const spy of written) expect(spy).not.toHaveBeenCalled();
}, 20_000);

test.each([
  ["127.0.0.1", true],
  ["127.255.255.255", true],
  ["169.254.169.254", true],
  ["::1", true],
  ["fe80::1", true],
  ["fe80::1%eth0", true],
  ["::ffff:127.0.0.1", true],
  ["::ffff:a00:1", true],
  ["fd00:ec2::254", true],
  ["100.100.100.200", true],
  ["192.0.0.192", true],
  ["10.0.0.1", false],
  ["192.168.1.1", false],
  ["8.8.8.8", false],
  ["fd00::1", false],
  ["2001:db8::1", false],
  ["example.org", false],
])("whether %s is this machine's or its cloud's: %s", (address, own) => {
  expect(isOwnAddress(address)).toBe(own);
});

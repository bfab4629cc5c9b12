import { expect, test } from "vitest";
import { postOutside } from "@/lib/http/post-outside";
import { openReceiver } from "../../support/receiver";

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
  for (const own of ["https://localhost:9/", "https://169.254.169.254/", "https://[::ffff:127.0.0.1]/"])
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

export const dynamic = "force-dynamic";

/** The process answers: nothing else is asked, so that an absent database does not get the process killed. */
export function GET() {
  return new Response("ok\n", {
    headers: { "cache-control": "no-store", "content-type": "text/plain" },
  });
}

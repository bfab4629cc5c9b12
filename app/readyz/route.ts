import { overdueJobs } from "@/lib/jobs/overdue";

export const dynamic = "force-dynamic";

/** Whether work can be done: the database answers and somebody takes the jobs. Counts only, no texts of errors. */
export async function GET() {
  const overdue = await overdueJobs().catch(() => undefined);
  const database = overdue !== undefined;
  const ready = database && overdue === 0;
  return Response.json(
    { ready, database, overdueJobs: overdue ?? null },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

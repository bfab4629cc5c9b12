import { lateReleases } from "@/domain/releases/queries";
import { overdueJobs } from "@/lib/jobs/overdue";

export const dynamic = "force-dynamic";

/**
 * Whether work can be done: the database answers and somebody takes the jobs. Says too how many releases are late, which
 * is for people to look at and makes no process unfit. Counts only, no texts of errors.
 */
export async function GET() {
  const overdue = await overdueJobs().catch(() => undefined);
  const late = await lateReleases().catch(() => undefined);
  const database = overdue !== undefined && late !== undefined;
  const ready = database && overdue === 0;
  return Response.json(
    { ready, database, overdueJobs: overdue ?? null, lateReleases: late ?? null },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

import { evidenceAnswer } from "@/app/_request/evidence";

type Context = { params: Promise<{ id: string; positionId: string }> };

/** The file that proves a position of the own organisation. */
export async function GET(_: Request, { params }: Context) {
  const { id, positionId } = await params;
  return evidenceAnswer(id, positionId);
}

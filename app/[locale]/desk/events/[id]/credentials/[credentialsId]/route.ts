import { credentialsAnswer } from "@/app/_request/credentials";

type Context = { params: Promise<{ id: string; credentialsId: string }> };

/** The file of a credentials letter of one's own delegation. */
export async function GET(_: Request, { params }: Context) {
  const { id, credentialsId } = await params;
  return credentialsAnswer(id, credentialsId);
}

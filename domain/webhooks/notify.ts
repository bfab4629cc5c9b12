import type { Transaction } from "@/db/client";
import type { SubjectKind, WebhookTopic } from "@/db/enums";
import { enqueue } from "@/lib/jobs/enqueue";
import { keyOf } from "./rules";

type About = {
  /** The thing itself, by its kind and id. */
  subject: readonly [SubjectKind, string];
  /** Which of its publications: its instant, its id. The same is told once, however often it is asked for. */
  key: string;
};

/**
 * Has other systems told of something from the instant on at which it is public: then it is read as the public sees it,
 * and what is not public at that moment is not told. Called by the verb, in its transaction.
 */
export async function notify(
  tx: Transaction,
  topic: WebhookTopic,
  { subject, key }: About,
  publicFrom: Date,
) {
  const told = { topic, id: subject[1], key };
  await enqueue(
    tx,
    "notify-webhooks",
    { ...told, publicFrom: publicFrom.toISOString() },
    { runAt: publicFrom, jobKey: `notify-webhooks:${keyOf(told)}` },
  );
}

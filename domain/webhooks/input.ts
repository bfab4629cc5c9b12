import { z } from "zod";
import { webhookTopics } from "@/db/enums";
import { id, line, revision, several } from "@/domain/input";
import { isReceiver } from "./rules";

const webhook = z.object({
  name: line(200),
  url: line(2_000).refine(isReceiver, { error: "validation.receiver" }),
  topics: several(z.enum(webhookTopics, { error: "validation.choice" }), webhookTopics.length).refine(
    (topics) => topics.length > 0,
    { error: "validation.topics" },
  ),
});

export const webhookInput = webhook;
export type WebhookInput = z.output<typeof webhookInput>;

export const editWebhookInput = webhook.extend({ id, revision });
export type EditWebhookInput = z.output<typeof editWebhookInput>;

/** Pausing, going on, removing, a new secret: on the webhook as it was seen. */
export const webhookStepInput = z.object({ id, revision });
export type WebhookStepInput = z.output<typeof webhookStepInput>;

/** A webhook to try, or a delivery to send again. */
export const sendInput = z.object({ id });

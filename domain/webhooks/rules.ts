import { type WebhookTopic, webhookTopics } from "@/db/enums";

/** What a delivery is about: a topic, or the trial that an administrator asks for. */
export type DeliveryTopic = WebhookTopic | "test";

/** After so many attempts, over about a day, a delivery is given up and waits for a person to look at it. */
export const mostAttempts = 12;

/** When the next attempt is made: after one minute, two, four, at most six hours. */
export function nextAttempt(attempts: number, at: Date): Date {
  return new Date(at.getTime() + Math.min(2 ** (attempts - 1), 360) * 60_000);
}

/** Whether an answer says that the message was taken. A redirect does not: it is not followed. */
export function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether an answer says that nothing more is wanted, ever (410): then it is not tried again. */
export function isUnwanted(status: number | undefined): boolean {
  return status === 410;
}

/** Whether an address is one of this machine. */
export function isOwnMachine(address: string): boolean {
  return URL.canParse(address) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

/** Whether an address may be written down: https without a name and a password in it, or http to this machine. */
export function isReceiver(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  if (username || password) return false;
  return protocol === "https:" || (protocol === "http:" && isOwnMachine(address));
}

/** What is told: something of a topic, and which of its publications, so that the same is never told twice. */
export type Told = { topic: WebhookTopic; id: string; key: string };

/** The one text under which a delivery is kept, and read again when it is tried. */
export function keyOf({ topic, id, key }: Told): string {
  return `${topic}:${id}:${key}`;
}

/** What a key says; nothing of a trial. */
export function toldBy(kept: string): Told | undefined {
  const [topic, id, ...rest] = kept.split(":");
  const known = webhookTopics.find((one) => one === topic);
  return known && id ? { topic: known, id, key: rest.join(":") } : undefined;
}

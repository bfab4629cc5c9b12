import { AsyncLocalStorage } from "node:async_hooks";

/** What is known about the answer to the request at hand. */
export type Answer = {
  /** Status wished for instead of 200. */
  status?: number;
  /** Whether a server action of ours began to run. */
  acted?: boolean;
  /** Whether nobody may keep it, nor tell of it: it shows what is not so. */
  unstored?: boolean;
};

/** Kept on `globalThis`: the server and the routes it serves load this module separately. */
const kept = globalThis as typeof globalThis & { plenaryAnswer?: AsyncLocalStorage<Answer> };
kept.plenaryAnswer ??= new AsyncLocalStorage();
const answers = kept.plenaryAnswer;

/** Runs the handling of one request; whatever it calls can say how it is to be answered. */
export function answering<T>(answer: Answer, handle: () => T): T {
  return answers.run(answer, handle);
}

/**
 * Gives the answer to the current request this status instead of 200. For server actions, which Next answers with 200
 * even when they refuse. Call it before the action returns; without effect outside a request.
 */
export function answerWith(status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503) {
  const answer = answers.getStore();
  if (answer) answer.status = status;
}

/** Says that nobody may keep the answer to the current request, whatever the application says of it. */
export function neverStored() {
  const answer = answers.getStore();
  if (answer) answer.unstored = true;
}

/**
 * To be called when a server action begins. A request to an action that never gets so far and fails was malformed:
 * the server answers 400 for it, not 500.
 */
export function actionBegan() {
  const answer = answers.getStore();
  if (answer) answer.acted = true;
}

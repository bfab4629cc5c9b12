import { expect } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { Refusal } from "@/lib/refusal";

/** Asserts that a deed is refused with the code, and that no history and no mail was written by it. */
export async function refused(code: string, deed: () => Promise<unknown>): Promise<Refusal> {
  const before = await written();
  const error = await deed().then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  expect(error.code).toBe(code);
  expect(await written()).toEqual(before);
  return error;
}

async function written() {
  const [deeds, letters] = await Promise.all([
    db().select({ id: history.id }).from(history),
    db().select({ id: mails.id }).from(mails),
  ]);
  return { deeds: deeds.length, letters: letters.length };
}

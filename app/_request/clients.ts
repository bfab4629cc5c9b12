import "server-only";
import { refresh } from "next/cache";
import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { type Echo, echoField, type FormRefusal, formObject, formValues, misfilled } from "@/lib/form";
import { actionBegan, answerWith } from "@/lib/http/status";
import { log } from "@/lib/log";
import { Refusal } from "@/lib/refusal";
import { currentActor } from "./actor";

/**
 * The two doors through which every server action goes. Both know the actor; the second is closed to whoever is not
 * signed in. What a person may do is decided by the verb, on the row concerned.
 */
const client = createSafeActionClient({ handleServerError: refusal }).use(async ({ next }) => {
  actionBegan();
  return next({ ctx: { actor: await currentActor() } });
});

/** For what anybody may send: registering, changing one's own registration, asking for a sign-in link. */
export const publicAction = client;

/** For the workspace and the desk. */
export const signedInAction = client.use(async ({ next, ctx }) => {
  if (ctx.actor.kind !== "user") throw new Refusal("signed_out");
  return next({ ctx });
});

/** The status an expected "no" is answered with. */
export const statusOf = (code: string) => statuses[code] ?? 422;

const statuses: Record<string, 401 | 403 | 404 | 409 | 429> = {
  signed_out: 401,
  not_allowed: 403,
  not_found: 404,
  stale: 409,
  too_many: 429,
};

/** A refusal goes to the form with its values; anything else is logged and called unexpected. */
function refusal(error: Error, { clientInput }: { clientInput: unknown }): FormRefusal {
  const values = echo(clientInput);
  if (error instanceof Refusal) {
    answerWith(statusOf(error.code));
    // A field may be wrong because the form has changed since the page was opened: it comes anew, with what was typed.
    if (error.code === misfilled) refresh();
    return { code: error.code, details: error.details, attached: error.attached, values };
  }
  log.error({ err: error }, "an action failed");
  answerWith(503);
  return { code: "unexpected", values };
}

/** A schema that reads the fields of a form. Whatever is not a form is an empty one, so that it is refused, not thrown. */
export function fromForm<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((sent) => (sent instanceof FormData ? formObject(sent) : {}), schema);
}

/** Goes beside `fromForm`: what was typed comes back with the errors. */
export const echoing = {
  async handleValidationErrorsShape<Errors extends object>(
    errors: Errors,
    { clientInput }: { clientInput: unknown },
  ) {
    answerWith(422);
    return { ...errors, [echoField]: echo(clientInput) };
  },
};

function echo(clientInput: unknown): Echo {
  return clientInput instanceof FormData ? formValues(clientInput) : {};
}

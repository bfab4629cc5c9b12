import { z } from "zod";
import { majorities, procedureAnswers, procedureKinds } from "@/db/enums";
import {
  id,
  lines,
  localDateTime,
  optionalLines,
  optionalLocalDateTime,
  optionalNumber,
  revision,
  several,
  zone,
} from "@/domain/input";
import { localTimeProblem } from "@/lib/time";

const choice = { error: "validation.choice" };

/** Who is entitled: the parties of the negotiation, or everybody who is a member now. */
export const circles = ["parties", "members"] as const;

/** A procedure on the text `revisionId`; it opens now where `opensAt` is empty. Times are local times in `zone`. */
export const openInput = z
  .object({
    statementId: id,
    revisionId: id,
    kind: z.enum(procedureKinds, choice),
    among: z.enum(circles, choice),
    opensAt: optionalLocalDateTime,
    deadline: localDateTime,
    zone,
    required: optionalNumber(1, 10_000),
    majority: z.enum(majorities, choice).default("simple"),
  })
  .superRefine((times, context) => {
    for (const field of ["opensAt", "deadline"] as const) {
      const local = times[field];
      const message = local ? localTimeProblem(local, times.zone) : undefined;
      if (message) context.addIssue({ code: "custom", path: [field], message });
    }
  });
export type OpenInput = z.output<typeof openInput>;

/** A later deadline, as a local time in the procedure's zone. */
export const extendInput = z.object({ id, revision, deadline: localDateTime, reason: lines(1_000) });
export type ExtendInput = z.output<typeof extendInput>;

export const cancelInput = z.object({ id, revision, reason: lines(1_000) });
export type CancelInput = z.output<typeof cancelInput>;

/** What an organisation says. `seen` is when its answer that the form was made on was given, empty for none. */
export const answerInput = z
  .object({
    id,
    organisationId: id,
    answer: z.enum(procedureAnswers, choice),
    text: optionalLines(5_000),
    paragraphIds: several(id, 400),
    seen: z.union([z.literal(""), z.iso.datetime()]).default(""),
  })
  .refine(({ answer, text }) => answer !== "objects" || text !== "", {
    path: ["text"],
    error: "validation.required",
  });
export type AnswerInput = z.output<typeof answerInput>;

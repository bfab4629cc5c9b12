import { z } from "zod";
import { day, id, line, optionalLine } from "@/domain/input";

/** Handing in a credentials letter; the file comes beside it. */
export const uploadInput = z.object({ delegationId: id, issuer: line(200), issuedOn: day });
export type UploadInput = z.output<typeof uploadInput>;

/** Accepting or rejecting a letter; rejecting says why. */
export const decideInput = z
  .object({
    id,
    decision: z.enum(["accepted", "rejected"], { error: "validation.choice" }),
    reason: optionalLine(500),
  })
  .refine(({ decision, reason }) => decision === "accepted" || reason !== "", {
    path: ["reason"],
    error: "validation.required",
  });
export type DecideInput = z.output<typeof decideInput>;

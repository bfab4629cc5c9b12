import { z } from "zod";
import { locales, roles } from "@/db/enums";
import { emailAddress, id, line, optionalId } from "@/domain/input";

const choice = { error: "validation.choice" };

/** Inviting somebody: a focal point names their organisation, others have none. */
export const inviteInput = z
  .object({
    name: line(200),
    email: emailAddress,
    role: z.enum(roles, choice),
    organisationId: optionalId,
    locale: z.enum(locales, choice),
  })
  .refine((invited) => invited.role !== "focal_point" || invited.organisationId !== null, {
    path: ["organisationId"],
    error: "validation.required",
  })
  .transform((invited) => ({
    ...invited,
    organisationId: invited.role === "focal_point" ? invited.organisationId : null,
  }));
export type InviteInput = z.output<typeof inviteInput>;

export const changeRoleInput = z.object({
  id,
  role: z.enum(["admin", "organizer", "protocol", "editor", "door"], choice),
});
export type ChangeRoleInput = z.output<typeof changeRoleInput>;

export const deactivateInput = z.object({ id });

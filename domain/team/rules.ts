import type { Role } from "@/db/enums";

/** The roles of the secretariat, as opposed to a focal point, who belongs to an organisation. */
export const staffRoles = ["admin", "organizer", "protocol", "editor", "door"] as const satisfies Role[];

/** Whether a change would leave the group without anyone who can administer it. */
export function leavesNobody(
  admins: readonly string[],
  userId: string,
  becomes: Role | "deactivated",
): boolean {
  return becomes !== "admin" && admins.length === 1 && admins[0] === userId;
}

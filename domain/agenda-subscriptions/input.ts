import { z } from "zod";
import { id, several, slug } from "@/domain/input";
import { mostStars } from "./rules";

/** The ids of items, one field each. */
const items = several(id, mostStars);

/** The secret part of a private link. */
const link = z.string().max(100);

/** Saving stars behind a private link. */
export const saveStarsInput = z.object({ event: slug, items });
export type SaveStarsInput = z.output<typeof saveStarsInput>;

/** Setting or taking away stars behind a private link. */
export const starInput = z.object({ link, items, starred: z.enum(["yes", "no"]) });
export type StarInput = z.output<typeof starInput>;

export const revokeStarsInput = z.object({ link });
export type RevokeStarsInput = z.output<typeof revokeStarsInput>;

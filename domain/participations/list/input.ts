import { z } from "zod";
import { id, line } from "@/domain/input";
import { most } from "./rules";

/** A tag: a few words of the secretariat's own, with single spaces. */
export const tagText = line(most.tag).transform((words) => words.replace(/\s+/g, " "));

/** Adding a tag to those who were chosen, or taking it from them. */
export const tagInput = z.object({
  eventId: id,
  deed: z.enum(["add", "remove"]),
  tag: tagText,
  chosen: z.preprocess(
    (sent) => [sent ?? []].flat(),
    z.array(id).min(1, { error: "validation.chooseSome" }).max(2_000),
  ),
});
export type TagInput = z.output<typeof tagInput>;

/** Keeping the filter of a list under a name. `query` is the query part of its address, without the question mark. */
export const keepFilterInput = z.object({
  eventId: id,
  name: line(60),
  query: z.string().max(2_000).default(""),
});
export type KeepFilterInput = z.output<typeof keepFilterInput>;

export const forgetFilterInput = z.object({ id });

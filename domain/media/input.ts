import { z } from "zod";
import { id, line, optionalLine, optionalLocalizedLine, revision } from "@/domain/input";

const words = { alt: optionalLocalizedLine(300), credit: optionalLine(200) };

/** What is said of files that are put into the library together; each is called after its file where no name is given. */
export const addMediaInput = z.object({ name: optionalLine(200), ...words });
export type AddMediaInput = z.output<typeof addMediaInput>;

/** What a thing of the library is called, what it shows in each language, and whose it is. */
export const describeMediaInput = z.object({ id, revision, name: line(200), ...words });
export type DescribeMediaInput = z.output<typeof describeMediaInput>;

export const removeMediaInput = z.object({ id, revision });
export type RemoveMediaInput = z.output<typeof removeMediaInput>;

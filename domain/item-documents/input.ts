import { z } from "zod";
import { agendaAudiences } from "@/db/enums";
import { id, localizedLine, revision } from "@/domain/input";

const facts = {
  title: localizedLine(200),
  audience: z.enum(agendaAudiences, { error: "validation.choice" }),
};

/** A document of an agenda item; the file comes beside it. */
export const addDocumentInput = z.object({ itemId: id, ...facts });
export type AddDocumentInput = z.output<typeof addDocumentInput>;

/** A change of what a document is called and who may read it. */
export const changeDocumentInput = z.object({ id, revision, ...facts });
export type ChangeDocumentInput = z.output<typeof changeDocumentInput>;

export const removeDocumentInput = z.object({ id, revision });
export type RemoveDocumentInput = z.output<typeof removeDocumentInput>;

import { pgEnum } from "drizzle-orm/pg-core";
import { participationClasses, poolKinds, unpublishReasons } from "@/db/enums";

/** The vocabularies that tables of several nouns share. */
export const participationClass = pgEnum("participation_class", participationClasses);
export const poolKind = pgEnum("pool_kind", poolKinds);
export const unpublishReason = pgEnum("unpublish_reason", unpublishReasons);

import { z } from "zod";
import { locales } from "@/db/enums";
import {
  emailAddress,
  line,
  localizedLine,
  optionalId,
  optionalLine,
  optionalLocalizedLines,
  revision,
  zone,
} from "@/domain/input";

/** What the group says of itself, and how it is reached. */
export const groupInput = z.object({
  revision,
  name: localizedLine(200),
  acronym: line(20),
  boilerplate: optionalLocalizedLines(4_000),
  secretariat: optionalLocalizedLines(1_000),
  pressContact: optionalLine(300),
  replyTo: emailAddress,
  zone,
  defaultLocale: z.enum(locales, { error: "validation.choice" }),
  logoId: optionalId,
});

export type GroupInput = z.output<typeof groupInput>;

import { z } from "zod";
import { announcementKinds, cadences, locales } from "@/db/enums";
import { emailAddress, several } from "@/domain/input";

const choice = { error: "validation.choice" };

/** How somebody wants to be told. */
const wishes = z.object({
  locale: z.enum(locales, choice),
  cadence: z.enum(cadences, choice),
  /** None is all. */
  kinds: several(z.enum(announcementKinds, choice), announcementKinds.length),
});

/** Asking for news by mail. `website` is a field that people do not see and programs fill in. */
export const subscribeInput = wishes.extend({
  email: emailAddress,
  website: z.string().max(500).default(""),
});
export type SubscribeInput = z.output<typeof subscribeInput>;

const link = z.string().max(100);

/** What only whoever holds a link needs to say. */
export const subscriptionLinkInput = z.object({ link });
export type SubscriptionLinkInput = z.output<typeof subscriptionLinkInput>;

/** Other wishes. */
export const changeSubscriptionInput = wishes.extend({ link });
export type ChangeSubscriptionInput = z.output<typeof changeSubscriptionInput>;

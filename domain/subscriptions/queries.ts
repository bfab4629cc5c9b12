import { db } from "@/db/client";
import { byLink } from "./link";
import { masked, subscriptionState } from "./rules";

/** What the holder of a link sees of a subscription; nothing for a link that is none of ours. */
export async function subscriptionByLink(link: string, at: Date) {
  const row = await byLink(db(), link);
  if (!row) return undefined;
  const { locale, cadence, kinds } = row;
  return {
    state: subscriptionState(row, at),
    address: masked(row.email),
    wishes: { locale, cadence, kinds },
  };
}

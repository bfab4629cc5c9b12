import { getLocale } from "next-intl/server";
import { NotFoundMessage } from "@/components/layout/not-found-message";

/** An address that leads nowhere, below a language. */
export default async function NotFound() {
  return <NotFoundMessage locale={await getLocale()} />;
}

import { getLocale } from "next-intl/server";
import { NotFoundMessage } from "@/components/layout/not-found-message";
import PublicLayout from "./(public)/layout";

/** What a room answers to whoever may not enter it: the same as to an address that leads nowhere. */
export default async function NotFound() {
  return (
    <PublicLayout>
      <NotFoundMessage locale={await getLocale()} />
    </PublicLayout>
  );
}

import { getLocale } from "next-intl/server";
import { WorkspaceNotFound } from "@/components/layout/workspace-not-found";

/** Something of the desk that is not there, or not for this person. */
export default async function NotFound() {
  return <WorkspaceNotFound home={`/${await getLocale()}/desk`} />;
}

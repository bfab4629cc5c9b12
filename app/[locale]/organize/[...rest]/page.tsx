import { getLocale } from "next-intl/server";
import { WorkspaceNotFound } from "@/components/layout/workspace-not-found";
import { answerWith } from "@/lib/http/status";

/** Every address of the workspace that no page has. */
export default async function NoSuchPage() {
  answerWith(404);
  return <WorkspaceNotFound home={`/${await getLocale()}/organize`} />;
}

import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { type Actor, nobody } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import { accountOf } from "@/domain/sign-in/accounts";
import { ownPath } from "@/domain/sign-in/rules";
import { authOptions } from "./auth";

/** A signed-in actor. */
export type User = Extract<Actor, { kind: "user" }>;

/** Who sends this request, by the session's cookie; asked once per request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const session = await getServerSession(authOptions());
  const id = (session?.user as { id?: string } | undefined)?.id;
  const account = id ? await accountOf(id) : undefined;
  if (!account) return nobody;
  const { name, role, organisationId } = account;
  return { kind: "user", id: account.id, name, role, organisationId };
});

/** The organizer who asks for a page of the workspace; others sign in first, or find nothing there. */
export async function organizer(): Promise<User> {
  const actor = await signedIn();
  if (!can(actor, "workspace.enter")) notFound();
  return actor;
}

/** The focal point who asks for a page of the desk, with their organisation. */
export async function focalPoint(): Promise<User & { organisationId: string }> {
  const actor = await signedIn();
  if (!can(actor, "desk.enter") || !actor.organisationId) notFound();
  return { ...actor, organisationId: actor.organisationId };
}

/** Someone signed in; others are sent to sign in and come back to the page they asked for. */
async function signedIn(): Promise<User> {
  const actor = await currentActor();
  if (actor.kind === "user") return actor;
  const locale = await getLocale();
  const asked = (await headers()).get("x-plenary-path");
  const next = ownPath(asked, `/${locale}/organize`);
  redirect(`/${locale}/sign-in?next=${encodeURIComponent(next)}`);
}

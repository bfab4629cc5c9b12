import { db, type Transaction } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "@/domain/access/actor";
import { ensure } from "@/domain/access/ensure";
import { record } from "@/domain/history/record";
import { post } from "@/domain/outbox/post";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { words } from "@/lib/i18n/words";
import { Refusal, refusing } from "@/lib/refusal";
import type { InviteInput } from "./input";

/** Gives somebody an account and mails them how to sign in. Refuses `account_exists`, `no_such_organisation`. */
export async function invite(actor: Actor, input: InviteInput, at = now()) {
  ensure(actor, "team.invite");
  return refusing(accountConstraints, () =>
    db().transaction(async (tx) => {
      const user = await insertAccount(tx, actor, input, at);
      const t = words(input.locale, "team.mail");
      await post(tx, {
        key: `team.invite:${user.id}`,
        to: { address: input.email, name: input.name, locale: input.locale },
        template: "team-invite",
        subject: t("subject"),
        paragraphs: [t("greeting", { name: input.name }), t("text")],
        action: { label: t("button"), url: `${env().BASE_URL}/${input.locale}/sign-in` },
        about: ["user", user.id],
      });
      return user;
    }),
  );
}

/** Writes an account and its history, in the caller's transaction. */
export async function insertAccount(tx: Transaction, actor: Actor, input: InviteInput, at: Date) {
  const [user] = await tx
    .insert(users)
    .values({ ...input, createdAt: at })
    .returning({ id: users.id });
  if (!user) throw new Refusal("not_found");
  await record(tx, actor, {
    action: "team.invite",
    subject: ["user", user.id],
    at,
    details: { role: input.role },
  });
  return user;
}

/** What the database may say no to when an account is written. */
export const accountConstraints = {
  users_email_key: "account_exists",
  users_organisation_id_organisations_id_fk: "no_such_organisation",
};

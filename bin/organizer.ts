import { roles } from "@/db/enums";
import type { OnClose } from "./house/lifetime";
import { doOnce } from "./house/lifetime";
import { migrateAll } from "./house/migrate";

const usage = `Usage: npm run organizer -- add NAME EMAIL ROLE
  ROLE is one of ${roles.filter((role) => role !== "focal_point").join(", ")}.`;

/** `npm run organizer -- add NAME EMAIL ROLE`: gives somebody an account and prints a link to sign in with. */
await doOnce(async () => {
  const [command, name, email, role, ...rest] = process.argv.slice(2);
  const { inviteInput } = await import("@/domain/team/input");
  const input = inviteInput.safeParse({ name, email, role, organisationId: "", locale: "en" });
  if (command !== "add" || rest.length > 0 || !input.success) throw new Error(usage);
  const closings: (() => unknown)[] = [];
  try {
    if (!process.env.DATABASE_URL?.trim()) await embedded((close) => closings.unshift(close));
    await migrateAll(process.env.DATABASE_URL ?? "");
    const { addFromShell } = await import("@/domain/team/add-from-shell");
    const link = await addFromShell(input.data);
    console.log(
      `${input.data.name} can sign in as ${input.data.role}, once, within ten minutes:\n\n  ${link}\n`,
    );
    const { disconnect } = await import("@/db/client");
    await disconnect();
  } finally {
    for (const close of closings) await close();
  }
});

/** The embedded database: that of a running instance, or started for this moment. */
async function embedded(onClose: OnClose) {
  const { settleHere } = await import("./house/embedded");
  await settleHere(onClose);
}

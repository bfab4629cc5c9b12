import { roles } from "@/db/enums";
import type { OnClose } from "./house/lifetime";
import { doOnce } from "./house/lifetime";
import { migrateAll } from "./house/migrate";

const staff: readonly string[] = roles.filter((role) => role !== "focal_point");
const usage = `Usage: npm run organizer -- add NAME EMAIL ROLE
  ROLE is one of ${staff.join(", ")}.`;

/** `npm run organizer -- add NAME EMAIL ROLE`: gives somebody an account and prints a link to sign in with. */
await doOnce(async () => {
  const [command, name, email, role, ...rest] = process.argv.slice(2);
  const { inviteInput } = await import("@/domain/team/input");
  const input = inviteInput.safeParse({ name, email, role, organisationId: "", locale: "en" });
  if (command !== "add" || rest.length > 0 || role === undefined) throw new Error(usage);
  if (!staff.includes(role)) throw new Error(`There is no role "${role}" to give here.\n\n${usage}`);
  if (!input.success) throw new Error(`"${name}", "${email}" are not a name and an address.\n\n${usage}`);
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

/** The embedded database: that of a running instance, to which the link then leads, or started for this moment. */
async function embedded(onClose: OnClose) {
  const [{ dataDirectory, settleHere }, { keptAddress }] = await Promise.all([
    import("./house/embedded"),
    import("./house/address"),
  ]);
  process.env.BASE_URL ||= keptAddress(dataDirectory()) ?? "";
  await settleHere(onClose);
}

import { startEmbedded } from "@/db/embedded/start";

/** Starts the embedded server in the directory it is given, says where, and stops it when told to. */
const embedded = await startEmbedded(process.argv[2] ?? "");
process.on("SIGTERM", async () => {
  await embedded.stop();
  process.exit(0);
});
process.send?.({ url: embedded.url, guestOf: embedded.guestOf });

import { ensureBuilt } from "./house/build";
import { stayOpen } from "./house/lifetime";

/** `npm run build`: builds unless the build is up to date. */
await stayOpen(async (onClose) => {
  await ensureBuilt(console.log, onClose);
  process.exit(0);
});

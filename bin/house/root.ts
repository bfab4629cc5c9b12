import path from "node:path";
import { fileURLToPath } from "node:url";

/** The directory of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A file or directory of the project, as an absolute path. */
export const inProject = (...names: string[]) => path.join(ROOT, ...names);

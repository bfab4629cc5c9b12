import type { TaskList } from "graphile-worker";

/**
 * The work of the house: each task name, and the verb that does it. A task gets the payload of `enqueue` and must be
 * repeatable: it is tried again when it throws, and again when a process dies in the middle of it.
 */
export const tasks: TaskList = {};

/** What happens by the clock (graphile-worker's crontab format, in UTC), one line each. */
export const crontab = "";

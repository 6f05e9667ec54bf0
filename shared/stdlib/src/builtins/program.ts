/** Whether this thread of execution is the program itself, or one that the program started. */
import { isMainThread, threadId } from "node:worker_threads";

/**
 * The environment variable that names a child process of ours, such as "Process-1". Who starts one sets
 * it; the child takes it out of its own environment, so that its children are not taken for ours.
 */
export const CHILD_VARIABLE = "NETNOTES_CHILD";

const child = process.env[CHILD_VARIABLE];

/** Python's `__name__ == "__main__"`: false in a worker thread and in a child process of ours. */
export const isProgram: boolean = isMainThread && child === undefined;

/** The name under which this thread of execution appears in a trace; "" for the program itself. */
export const ownName: string = isMainThread ? (child ?? "") : `thread ${threadId}`;

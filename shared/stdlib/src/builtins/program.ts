/** Whether this thread of execution is the program itself, or one that the program started. */
import { isMainThread, threadId, workerData } from "node:worker_threads";

/**
 * The environment variable that names a child process of ours, such as "Process-1". Who starts one sets
 * it; the child takes it out of its own environment, so that its children are not taken for ours.
 */
export const CHILD_VARIABLE = "NETNOTES_CHILD";

/** What a thread of ours is started with (threading/order.ts). */
const order = workerData as {
  process?: { name: string };
  thread?: { name: string };
} | null;

/** The name of the child process of ours that this is, or that this is a thread of. */
const childName: string | undefined = process.env[CHILD_VARIABLE] ?? order?.process?.name;

/** Python's `__name__ == "__main__"`: false in a worker thread and in a child process of ours. */
export const isProgram: boolean = isMainThread && childName === undefined;

/** The name under which this thread of execution appears in a trace; "" for the program itself. */
export const ownName: string = [
  childName,
  isMainThread ? undefined : (order?.thread?.name ?? `thread ${threadId}`),
]
  .filter(Boolean)
  .join(" ");

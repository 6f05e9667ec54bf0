/**
 * Answers the names of one client, in a worker thread that never has its socket.
 */
import { StringDecoder } from "node:string_decoder";
import { parentPort, workerData } from "node:worker_threads";

/** What the thread does: bytes come as messages, and answers go back; null ends it. */
export function answers(): void {
  const think = workerData as number;
  // Half a character waits in here until the rest arrives.
  const decoder = new StringDecoder("utf-8");
  parentPort?.on("message", (chunk: Uint8Array) => {
    const name = decoder.write(chunk);
    // Blocks, as time.sleep does: this thread, and no other.
    if (name !== "exit" && name) pause(think);
    parentPort?.postMessage(
      name === "exit" ? null : name ? `Hello, ${name}!` : "",
    );
  });
}

function pause(seconds: number): void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(never, 0, 0, seconds * 1000);
}

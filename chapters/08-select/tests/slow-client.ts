/** A client that takes no replies until it is asked to, and whose buffers fill up soon. */
import { setImmediate } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { BlockingIOError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** A client whose peer's kernel keeps little for it: small segments, a small window. */
export function withSmallBuffers(port: number): socket.Socket {
  const client = socket.socket();
  onTestFinished(() => client.close());
  client.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 88);
  client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1);
  client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1);
  client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384);
  client.connect(["127.0.0.1", port]);
  client.setblocking(false);
  return client;
}

/**
 * Sends one piece after the other, until the server reads no more of them: none fits any more,
 * however often `another` client is served meanwhile.
 *
 * @param next what to send after so many bytes
 * @param times how often the other one is served: each time a server that reads would read once
 * @returns how many bytes it took
 * @throws {Error} when the server reads and reads
 */
export async function askUntilUnread(
  client: socket.Socket,
  next: (sent: number) => Uint8Array,
  another: () => Promise<void>,
  times: number,
): Promise<number> {
  let asked = 0;
  for (let refused = 0; refused < times;) {
    const sent = sendSome(client, next(asked));
    asked += sent;
    if (asked > 32 * 1024 * 1024) throw new Error("32 MiB are read of who takes no replies");
    refused = sent > 0 ? 0 : refused + 1;
    await (sent > 0 ? setImmediate() : another());
  }
  return asked;
}

/** Sends what the kernel takes: none of it while the server does not read. */
function sendSome(client: socket.Socket, bytes: Uint8Array): number {
  try {
    return client.send(bytes);
  } catch (error) {
    if (error instanceof BlockingIOError) return 0;
    throw error;
  }
}

/** Reads up to the end; returns how many bytes that were. */
export async function everything(client: socket.Socket): Promise<number> {
  const deadline = performance.now() + 20_000;
  for (let count = 0; ;) {
    try {
      const data = client.recv(65_536);
      if (data.length === 0) return count;
      count += data.length;
    } catch (error) {
      if (!(error instanceof BlockingIOError) || performance.now() > deadline) throw error;
      await setImmediate();
    }
  }
}

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

/** Sends what the kernel takes: none of it while the server does not read. */
export function sendSome(client: socket.Socket, bytes: Uint8Array): number {
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

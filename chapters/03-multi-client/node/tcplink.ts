/**
 * Speaks with one client: greets it, answers each name, until `exit` or its end.
 */
import type net from "node:net";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as sleep } from "node:timers/promises";

/** Serves a connection to its end; wherever it awaits, others are served. */
export async function tcplink(conn: net.Socket, think: number): Promise<void> {
  const { remoteAddress: host = "unknown", remotePort: port = 0 } = conn;
  // As sendall: over when the kernel has all of it.
  const sendall = (text: string) =>
    new Promise<void>((resolve, reject) => {
      conn.write(text, (error) => (error ? reject(error) : resolve()));
    });
  // An error is caught below; without a listener it would end the process.
  conn.on("error", () => {});
  try {
    console.log(`Accept new connection from ${host}:${port}...`);
    await sendall("Welcome!");
    // Half a character waits in here until the rest arrives.
    const decoder = new StringDecoder("utf-8");
    // One read is one name, for want of a mark between two of them.
    for await (const chunk of conn) {
      const name = decoder.write(chunk as Buffer);
      if (name === "exit") break;
      if (name) {
        if (think > 0) await sleep(think * 1000);
        await sendall(`Hello, ${name}!`);
      }
    }
  } catch (error) {
    // A client that vanishes costs only its own connection.
    const { code } = (conn.errored ?? error) as NodeJS.ErrnoException;
    console.log(`lost ('${host}', ${port}) ${code}`);
  } finally {
    conn.destroy();
  }
  console.log(`Connection from ${host}:${port} closed.`);
}

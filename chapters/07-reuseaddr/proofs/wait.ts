/**
 * What keeps a port after its listener has gone, and how long; what does not.
 *
 * Any connection that the kernel still knows keeps it: an open one, a half-closed one, and one in
 * TIME_WAIT, for a minute, which its timer in /proc/net/tcp tells (and `ss -tano`) without anybody
 * waiting for it. SO_REUSEADDR ends none of them; a listener may stand beside them. See also
 * tcp(7), proc(5); RFC 9293, section 3.6.
 *
 *     pnpm chapter 07 proof wait
 */
// on: linux
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { holds, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

const { SO_LINGER, SO_REUSEADDR, SOL_SOCKET } = socket;
type Address = socket.InetAddress;
const STATES: Record<string, string> = {
  "01": "ESTABLISHED",
  "05": "FIN_WAIT2",
  "06": "TIME_WAIT",
};

/** The connection of a server that listens no more: its address, its end and the client's. */
function served(reuse: number) {
  const listener = socket.socket();
  listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, reuse);
  // Nobody else is at this address who could take the port when it is free.
  listener.bind([`127.7.${randomInt(1, 255)}.${randomInt(1, 255)}`, 0]);
  listener.listen();
  const client = socket.create_connection(listener.getsockname());
  const [conn, peer] = listener.accept();
  const address = listener.getsockname();
  listener.close();
  return { address, peer, conn, client };
}

/** Listens at the address once more, for a moment. */
function restart(address: Address, reuse: number): string {
  const again = socket.socket();
  again.setsockopt(SOL_SOCKET, SO_REUSEADDR, reuse);
  const result = outcome(() => {
    again.bind(address);
    again.listen();
  });
  again.close();
  return result;
}

/** The end at port `near` whose peer is at `far`: its state, and the seconds of its timer. */
function look([, near]: Address, [, far]: Address): { state: string; seconds: number } {
  const hex = (port: number) => `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const line of readFileSync("/proc/net/tcp", "utf8").split("\n")) {
    const [, local = "", remote = "", number = "", , timer = ""] = line.trim().split(/\s+/);
    if (!local.endsWith(hex(near)) || !remote.endsWith(hex(far))) continue;
    const ticks = Number.parseInt(timer.replace(/^..:/, ""), 16); // 100 a second
    return { state: STATES[number] ?? `state ${number}`, seconds: ticks / 100 };
  }
  return { state: "none", seconds: 0 };
}

/** The server's end, once it is as expected; segments are handled a moment after close. */
function state(address: Address, peer: Address, expected: string): string {
  const start = time.monotonic();
  while (look(address, peer).state !== expected && time.monotonic() - start < 5) time.sleep(0.005);
  return look(address, peer).state;
}

/** One connection through its last states, and a restart in each. */
function states(reuse: number, bind: string) {
  console.log(`SO_REUSEADDR ${reuse} in both runs`);
  const { address, peer, conn, client } = served(reuse);
  const check = (what: string, expected: string) => {
    const seen = state(address, peer, expected);
    shows(what, [seen, `a restart: ${restart(address, reuse)}`], [expected, `a restart: ${bind}`]);
  };
  check("while both are open", "ESTABLISHED");
  conn.close();
  check("the server has closed", "FIN_WAIT2");
  client.recv(1);
  client.close();
  check("the client has, too", "TIME_WAIT");
  return look(address, peer);
}

/** The server breaks off instead of closing: nobody waits, and what was under way is lost. */
function reset(): void {
  const { address, peer, conn, client } = served(0);
  // l_onoff 1, l_linger 0: close sends a reset instead of a FIN.
  conn.setsockopt(SOL_SOCKET, SO_LINGER, Buffer.from(new Int32Array([1, 0]).buffer));
  conn.close();
  shows("after a reset the kernel knows", state(address, peer, "none"), "none");
  shows("and a restart without the option", restart(address, 0), "ok");
  shows(
    "at a price: the client reads",
    outcome(() => client.recv(1)),
    "ECONNRESET",
  );
  client.close();
}

export function main(): void {
  const { seconds } = states(0, "EADDRINUSE");
  holds("seconds that it waits, a minute at first", seconds > 0 && seconds <= 60, seconds);
  const after = states(1, "ok");
  shows("and the restart has not ended the wait", after.state, "TIME_WAIT");
  reset();
}

run(main);

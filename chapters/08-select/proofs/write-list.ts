/**
 * What belongs in the list of those to write to: whoever has something to be written, once.
 *
 * Almost always a socket is writable, so select returns at once for as long as it is listed; and
 * "writable" means that some bytes fit, not how many. See also select(2), send(2).
 *
 *     pnpm chapter 08 proof write-list
 */
import { holds, outcome, shows } from "@netnotes/course/proof";
import { b, run, ValueError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

const REPLY = codecs.encode("这是一条回复消息");

/** A client and its server's socket, with small buffers. */
function connection(): [client: socket.Socket, conn: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096);
  const client = socket.socket();
  client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096);
  client.connect(listener.getsockname());
  const [conn] = listener.accept();
  listener.close();
  return [client, conn];
}

/** What select says of a list: how many are ready, or why it refuses. */
function writable(wlist: socket.Socket[], timeout: number): string {
  try {
    return `${select.select([], wlist, [], timeout)[1].length} ready`;
  } catch (error) {
    if (error instanceof ValueError) return error.message;
    throw error;
  }
}

function closed(): void {
  const [client, conn] = connection();
  const wlist = [conn];
  conn.close();
  const refusal = "file descriptor cannot be a negative integer (-1)";
  shows("a socket that was closed and is still listed", writable(wlist, 0), refusal);
  client.close();
}

/** The notes list a client again for each read: one that asks on and reads nothing piles up. */
function duplicates(): void {
  const [client, conn] = connection();
  const wlist: socket.Socket[] = [];
  let asked = 0;
  let said = "0 ready";
  while (asked < 20_000 && said.endsWith(" ready")) {
    client.sendall(b`?`);
    conn.recv(1024);
    wlist.push(conn);
    asked += 1;
    said = writable(wlist, 0);
    if (said === "1 ready") conn.send(REPLY);
    if (said === "1 ready") wlist.pop();
  }
  const refusal = "too many file descriptors in select()";
  shows("a client that asks on and reads nothing: select says", said, refusal);
  holds("  after so many questions", asked > 1024, asked);
  for (const s of [client, conn]) s.close();
}

function walking(): void {
  const wlist = ["a", "b", "c", "d"];
  const ws = [...wlist];
  for (const w of ws) wlist.splice(wlist.indexOf(w), 1);
  shows("removed from wlist while walking through ws: left", wlist.length, 0);
  const same = ["a", "b", "c", "d"];
  for (const w of same) same.splice(same.indexOf(w), 1);
  shows("removed from the list that is walked through: skipped", same, ["b", "d"]);
}

function idle(): void {
  const [client, conn] = connection();
  let returns = 0;
  for (let turn = 0; turn < 1000; turn += 1) returns += select.select([], [conn], [], 5)[1].length;
  shows(
    "an idle client listed to be written to: of 1000 waits of 5 s returned at once",
    returns,
    1000,
  );
  shows("not listed: a wait of 0.1 s brings", select.select([conn], [], [], 0.1)[0].length, 0);
  for (const s of [client, conn]) s.close();
}

function blocks(): void {
  const [client, conn] = connection();
  const much = Buffer.alloc(20_000_000);
  shows("a writable socket", writable([conn], 0), "1 ready");
  conn.settimeout(0.2);
  shows(
    "  sendall of 20 MB to it waits",
    outcome(() => conn.sendall(much)),
    "timed out",
  );
  for (const s of [client, conn]) s.close();
  const [other, free] = connection();
  free.setblocking(false);
  const taken = free.send(much);
  holds("  a non-blocking send takes what fits, of 20 MB", taken > 0 && taken < much.length, taken);
  shows("  then it is not writable", writable([free], 0), "0 ready");
  for (const s of [other, free]) s.close();
}

export function main(): void {
  closed();
  duplicates();
  walking();
  idle();
  blocks();
}

run(main);

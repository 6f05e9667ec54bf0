/**
 * What select and poll say of a socket to which something has happened.
 *
 * The third list is no list of errors: it is for urgent data. An error shows as readable, because
 * recv will tell it. See also select(2), poll(2), tcp(7).
 *
 *     pnpm chapter 08 proof events
 */
// on: linux
import { shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

const FLAGS = ["POLLIN", "POLLPRI", "POLLOUT", "POLLERR", "POLLHUP", "POLLRDHUP"] as const;
const ALL = FLAGS.reduce((mask, name) => mask | select[name], 0);

function connection(): [client: socket.Socket, conn: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [conn] = listener.accept();
  listener.close();
  return [client, conn];
}

/** In which of its three lists select gives a socket back. */
function lists(conn: socket.Socket): string {
  const found = select.select([conn], [conn], [conn], 0);
  return ["rs", "ws", "xs"].filter((_, at) => found[at]?.length).join(" ");
}

/** Which events poll tells of a descriptor, when it is asked for these. */
function polled(fd: number, mask: number): string {
  const p = select.poll();
  p.register(fd, mask);
  const [[, event] = [fd, 0]] = p.poll(0);
  const names = [...FLAGS, "POLLNVAL"] as const;
  return names.filter((name) => event & select[name]).join(" ");
}

/** Waits until something has come, then claims what each says of it. */
function check(what: string, conn: socket.Socket, inLists: string, asked: number, events: string) {
  const p = select.poll();
  p.register(conn, select.POLLIN | select.POLLPRI | select.POLLRDHUP);
  p.poll(5000);
  shows(`${what}: select`, lists(conn), inLists);
  shows(`${" ".repeat(what.length)}  poll`, polled(conn.fileno(), asked), events);
}

export function main(): void {
  const [quiet, conn] = connection();
  shows("nothing has happened: select", lists(conn), "ws");
  shows("                      poll", polled(conn.fileno(), ALL), "POLLOUT");
  quiet.sendall(b`hello`);
  check("data", conn, "rs ws", ALL, "POLLIN POLLOUT");
  conn.recv(100);
  quiet.shutdown(socket.SHUT_WR);
  check("the peer's end", conn, "rs ws", ALL, "POLLIN POLLOUT POLLRDHUP");
  conn.shutdown(socket.SHUT_WR);
  check("both ends", conn, "rs ws", ALL, "POLLIN POLLOUT POLLHUP POLLRDHUP");

  const [urgent, told] = connection();
  urgent.send(b`!`, socket.MSG_OOB);
  check("an urgent byte", told, "ws xs", ALL, "POLLPRI POLLOUT");

  const [angry, victim] = connection();
  // l_onoff 1, l_linger 0: close sends a reset instead of a FIN.
  angry.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, Buffer.from(Int32Array.of(1, 0).buffer));
  angry.close();
  const reset = "POLLIN POLLOUT POLLERR POLLHUP POLLRDHUP";
  check("a reset", victim, "rs ws", ALL, reset);
  shows("  poll, asked for nothing at all", polled(victim.fileno(), 0), "POLLERR POLLHUP");

  const fd = victim.fileno();
  victim.close();
  shows("a descriptor that is closed: poll", polled(fd, ALL), "POLLNVAL");
  for (const s of [quiet, conn, urgent, told]) s.close();
}

run(main);

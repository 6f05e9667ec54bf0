/**
 * A datagram comes whole and by itself, and a buffer that is too short loses its end.
 *
 * That is the opposite of TCP, which joins and splits (01 proof stream). See also recv(2), udp(7).
 *
 *     pnpm chapter 05 proof boundaries
 */
import { outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, MSG_TRUNC, SOCK_DGRAM } = socket;

const receiver = socket.socket(AF_INET, SOCK_DGRAM);
const sender = socket.socket(AF_INET, SOCK_DGRAM);

function say(...messages: string[]): void {
  for (const message of messages) sender.send(codecs.encode(message));
}

/** The next datagram, as text. */
function hear(bufsize = 65_535): string {
  return codecs.decode(receiver.recv(bufsize));
}

function whole(): void {
  say("alice", "bob", "jack", "exit");
  shows(
    "four sends, four reads",
    [hear(), hear(), hear(), hear()],
    ["alice", "bob", "jack", "exit"],
  );
  say("中".repeat(400));
  shows("a character is never split: characters of 3 bytes in one read", hear().length, 400);
  say("", "after it");
  shows("an empty datagram is an empty read", hear(), "");
  shows("and no end: the next read", hear(), "after it");
}

function cut(): void {
  say("x".repeat(2000), "Tracy");
  shows("the notes' recvfrom(1024), of 2000 bytes", receiver.recvfrom(1024)[0].length, 1024);
  shows("the other 976 are gone: the next read", hear(), "Tracy");

  say("x".repeat(2000), "Tracy");
  const [start, , flags] = receiver.recvmsg(1024);
  shows("recvmsg(1024), of 2000 bytes", start.length, 1024);
  shows("and its flags have MSG_TRUNC, which recvfrom has no way to say", flags, MSG_TRUNC);
  const [name, , none] = receiver.recvmsg(1024);
  shows("of a datagram that fits: length and flags", [name.length, none], [5, 0]);

  say("x".repeat(9000));
  shows("recvfrom(65535) has room for the largest there is", hear(65_535).length, 9000);
}

/** A short read loses what it has no room for, even when that is everything. */
function nothing(): void {
  say("Michael", "Tracy");
  shows("a read of 1 byte takes the datagram away", [hear(1), hear()], ["M", "Tracy"]);
  receiver.setblocking(false);
  shows(
    "and nothing is left",
    outcome(() => receiver.recv(1024)),
    "EAGAIN",
  );
}

export function main(): void {
  receiver.bind(["127.0.0.1", 0]);
  sender.connect(receiver.getsockname());
  whole();
  cut();
  nothing();
  for (const s of [sender, receiver]) s.close();
}

run(main);

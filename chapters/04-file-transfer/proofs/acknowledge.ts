/**
 * Who waits for an answer must first say that it has said all: by a half-close.
 *
 * The notes' server acknowledges at the end of the stream, and a client that keeps its side open
 * waits for that for ever. One that closes instead is not told, and the server does not notice. See
 * also shutdown(2).
 *
 *     pnpm chapter 04 proof acknowledge
 */
import { outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const FILE = Buffer.alloc(1000);
const ANSWER = codecs.encode("文件上传成功", "utf-8");

/** A connection over which a file has been sent, and received. */
function uploaded(): [client: socket.Socket, server: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  client.sendall(FILE);
  for (let got = 0; got < FILE.length;) got += server.recv(1024).length;
  return [client, server];
}

/** What a read comes to; nothing is waited for as long as something that must come. */
function read(s: socket.Socket, seconds = 5): string {
  s.settimeout(seconds);
  let what = "";
  const result = outcome(() => {
    what = codecs.decode(s.recv(1024), "utf-8") || "the end";
  });
  return result === "ok" ? what : result;
}

function stillOpen(): void {
  const [client, server] = uploaded();
  shows("the file is over there, and the server reads on", read(server, 0.2), "timed out");
  shows("while the client waits for the answer", read(client, 0.2), "timed out");
  client.shutdown(socket.SHUT_WR);
  shows("after shutdown(SHUT_WR) the server reads", read(server), "the end");
  server.sendall(ANSWER);
  shows("and the client", read(client), "文件上传成功");
  for (const s of [client, server]) s.close();
}

function closed(): void {
  const [client, server] = uploaded();
  client.close();
  shows("a client that closes instead; the server reads", read(server), "the end");
  shows(
    "and answers, to nobody",
    outcome(() => server.sendall(ANSWER)),
    "ok",
  );
  server.close();
}

export function main(): void {
  stillOpen();
  closed();
}

run(main);

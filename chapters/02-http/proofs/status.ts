/**
 * What the notes' answers tell a client: nothing is missing, and nobody knows how much will come.
 *
 * See also RFC 9110, section 15 (status codes), and RFC 9112, sections 4 (the status line) and 6.3
 * (where a body ends).
 *
 *     pnpm chapter 02 proof status
 */
import { spawn, spawnSync } from "node:child_process";
import { leaveOut, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** What the notes answer, with a page and without one; and what would be right. */
const FOUND = b`HTTP/1.1 200  OK\r\n\r\nhello`;
const NOT_FOUND = b`HTTP/1.1 303 Not Found\r\n\r\nSorry, not found the page.`;
const RIGHT = b`HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello`;
const RIGHT_NOT_FOUND = b`HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nSorry`;

/** A connection over loopback, both of its ends. */
function connection(): [client: socket.Socket, server: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  return [client, server];
}

/** Reads to the end of the stream. */
function everything(conn: socket.Socket): string {
  const chunks: Buffer[] = [];
  for (let chunk; (chunk = conn.recv(1024)).length > 0;) chunks.push(chunk);
  conn.close();
  return Buffer.concat(chunks).toString();
}

/** What a client program prints that gets this answer; its URL is the last argument. */
function toldBy(program: string, args: string[], answer: Buffer): string {
  const server = socket.create_server(["127.0.0.1", 0]);
  const [ours, theirs] = connection();
  const url = `http://127.0.0.1:${server.getsockname()[1]}/`;
  spawn(program, [...args, url], { stdio: ["ignore", theirs.fileno(), "inherit"] });
  const [conn] = server.accept();
  conn.recv(4096);
  conn.sendall(answer);
  for (const s of [conn, server, theirs]) s.close();
  return everything(ours).trim();
}

function missing(): void {
  if (spawnSync("curl", ["--version"]).status !== 0) {
    leaveOut("curl --fail", "there is no curl here");
    return;
  }
  const curl = ["-c", 'curl --silent --fail --output /dev/null "$0"; echo exit status $?'];
  shows("`curl --fail`, 303 Not Found", toldBy("sh", curl, NOT_FOUND), "exit status 0");
  shows("`curl --fail`, 404 Not Found", toldBy("sh", curl, RIGHT_NOT_FOUND), "exit status 22");
}

function spaces(): void {
  const node = [
    "-e",
    `require("http").get(process.argv[1], (response) => {
      const { statusMessage, headers } = response.resume();
      console.log(\`"\${statusMessage}", \${Object.keys(headers).length} fields\`);
    })`,
  ];
  const two = toldBy(process.execPath, node, FOUND);
  shows("the reason after two spaces, and what is known of the body", two, '" OK", 0 fields');
  const one = toldBy(process.execPath, node, RIGHT);
  shows("after one space, with type and length", one, '"OK", 2 fields');
}

/** One read, one answer, and no length in it: what belongs to what? */
function pipelined(): void {
  const [client, conn] = connection();
  client.sendall(b`GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n`);
  conn.recv(4096);
  conn.sendall(FOUND);
  conn.close();
  const answers = everything(client).split("HTTP/1.1 ").length - 1;
  shows("answers to two requests that come in one read", answers, 1);
}

export function main(): void {
  missing();
  spaces();
  pipelined();
}

run(main);

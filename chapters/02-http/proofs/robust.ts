/**
 * What ends the notes' server: bytes that are no text, a reset, a page in another encoding.
 *
 * An error that one client causes leaves the loop that serves them all, and whoever waits behind
 * gets nothing; nor does he behind a client that is silent. See also tcp(7).
 *
 *     pnpm chapter 02 proof robust
 */
// on: linux
import { outcome, shows } from "@netnotes/course/proof";
import { b, OSError, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import { Reader } from "../literal/reader.ts";
import { readRequest } from "../literal/request.ts";

/** How long a client may be silent here, in seconds; the notes wait for ever. */
const PATIENCE = 0.2;
const REQUEST = b`GET / HTTP/1.1\r\nHost: a\r\n\r\n`;
/** How a browser begins that was sent to https. */
const TLS = b`\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03`;
const PAGE = b`hello`;
/** 你好 in GBK. */
const GBK_PAGE = b`\xc4\xe3\xba\xc3`;

type Client = (conn: socket.Socket) => void;
type Server = (conn: socket.Socket, page: Buffer) => void;

const asks: Client = (conn) => conn.sendall(REQUEST);
const speaksTls: Client = (conn) => conn.sendall(TLS);
const saysNothing: Client = () => {};
/** l_onoff 1, l_linger 0: close sends a reset instead of a FIN. */
const resets: Client = (conn) => {
  const linger = Buffer.from(new Int32Array([1, 0]).buffer);
  conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger);
  conn.close();
};

/** As in the notes: request and page are text, in UTF-8, and nobody catches anything. */
const notes: Server = (conn, page) => {
  conn.settimeout(PATIENCE);
  codecs.decode(conn.recv(4096), "utf-8");
  conn.sendall(codecs.encode(`HTTP/1.1 200  OK\r\n\r\n${codecs.decode(page, "utf-8")}`));
};

/** As in our servers, in short: bytes stay bytes, time is limited, an error is this client's. */
const ours: Server = (conn, page) => {
  try {
    const request = readRequest(new Reader(conn, PATIENCE));
    const status = request?.refused || 200;
    conn.sendall(Buffer.concat([codecs.encode(`HTTP/1.1 ${status} \r\n\r\n`), page]));
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
  }
};

/** What ended a server that meets this client, and what the client behind it gets. */
function fate(server: Server, client: Client, page: Buffer): [why: string, second: string] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const one = socket.create_connection(listener.getsockname());
  client(one);
  const other = socket.create_connection(listener.getsockname());
  asks(other);
  let why = "nothing";
  try {
    for (let served = 0; served < 2; served += 1) {
      const [conn] = listener.accept();
      server(conn, page);
      conn.close();
    }
  } catch (error) {
    why = (error as Error).name;
  }
  listener.close();
  let got = "";
  const end = outcome(() => (got = other.recv(1024).toString("latin1").slice(0, 12)));
  for (const s of [one, other]) s.close();
  return [why, got || end];
}

export function main(): void {
  const cases: [what: string, client: Client, page: Buffer, error: string][] = [
    ["a client that speaks TLS", speaksTls, PAGE, "UnicodeDecodeError"],
    ["a client that resets", resets, PAGE, "ConnectionResetError"],
    ["a page that is not UTF-8", asks, GBK_PAGE, "UnicodeDecodeError"],
    ["a client that says nothing", saysNothing, PAGE, "TimeoutError"],
  ];
  console.log("what ends the server, and what the client behind gets");
  for (const [what, client, page, error] of cases) {
    shows(`${what}: the notes`, fate(notes, client, page), [error, "ECONNRESET"]);
    shows(`${what}: ours`, fate(ours, client, page), ["nothing", "HTTP/1.1 200"]);
  }
}

run(main);

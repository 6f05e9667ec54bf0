/**
 * Has Node's server refuse what its parser refuses, in our words, and tell of it.
 *
 * See also RFC 9110, section 15 (status codes).
 */
import type http from "node:http";
import type net from "node:net";
import type { Duplex } from "node:stream";
import { Page } from "./pages.ts";

/** What the parser's errors mean; any other is a bad request. */
const STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_METHOD: 501,
  HPE_INVALID_VERSION: 505,
  HPE_PAUSED_H2_UPGRADE: 505,
};

/** @param timeout in milliseconds: how long a client has to take its answer */
export function guard(server: http.Server, timeout: number) {
  const asked = new WeakSet<Duplex>();
  server.prependListener("request", ({ socket }) => {
    asked.add(socket);
    limit(socket);
  });

  server.on("clientError", ({ code = "" }: NodeJS.ErrnoException, socket) => {
    // After a request it is its body that is wrong, or something behind it.
    if (!asked.has(socket)) refuse(socket, STATUS[code] ?? 400);
  });
  server.on("connect", (_request, socket) => refuse(socket, 501));
  // Whatever a client expects, it gets its answer and nothing else before.
  for (const event of ["checkContinue", "checkExpectation"]) {
    server.on(event, (...both) => server.emit("request", ...both));
  }
  // Beyond 2000 fields Node 20 would leave the rest out, and newer ones refuse it.
  server.maxHeadersCount = 0;
  // A client may end its side and still wait for an answer that takes a moment.
  Object.assign(server, { httpAllowHalfOpen: true });

  server.on("connection", (socket) => {
    const addr = addressOf(socket);
    socket.on("error", ({ code }: NodeJS.ErrnoException) => {
      console.log(`lost ${addr} ${code}`);
    });
  });

  function refuse(socket: Duplex, code: number) {
    if (!socket.writable) return;
    const page = new Page(code);
    console.log(page.status);
    // The parser goes on reading what comes, and finds it as wrong as before.
    socket.end(page.answer());
    limit(socket as net.Socket);
    socket.resume();
  }

  /** From now on, not from its last byte, as setTimeout() of a socket would count. */
  function limit(socket: net.Socket) {
    const addr = addressOf(socket);
    const timer = setTimeout(() => {
      if (socket.writableLength > 0) console.log(`lost ${addr} timed out`);
      socket.destroy();
    }, timeout);
    socket.once("close", () => clearTimeout(timer));
  }
}

function addressOf({ remoteAddress = "unknown", remotePort = 0 }: net.Socket) {
  return `('${remoteAddress}', ${remotePort})`;
}

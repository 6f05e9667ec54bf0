/**
 * UDPServer cuts a datagram at 8192 bytes, and neither the handler nor the client is told.
 *
 * max_packet_size is what it gives to recvfrom. See also 05 proof boundaries.
 *
 *     pnpm chapter 10 proof datagram-limit
 */
import fs from "node:fs";
import os from "node:os";
import { shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import { DatagramRequestHandler, UDPServer, UnixDatagramServer } from "../literal/socketserver.ts";

const { AF_INET, AF_UNIX, SOCK_DGRAM } = socket;

class Counter extends DatagramRequestHandler {
  override handle(): void {
    this.wfile.write(codecs.encode(String(this.rfile.read().length)));
  }
}

class Silent extends DatagramRequestHandler {}

class RoomyServer extends UDPServer {
  static override max_packet_size = 65_535;
}

class RoomyUnixServer extends UnixDatagramServer {
  static override max_packet_size = 65_535;
}

/** What a server answers to a datagram of so many bytes. */
function answer(server: UDPServer, client: socket.Socket<socket.Address>, size: number): string {
  client.sendto(Buffer.alloc(size, "x"), server.server_address as socket.InetAddress);
  server.handle_request();
  const text = codecs.decode(client.recv(65_535));
  server.server_close();
  return text;
}

export function main(): void {
  const folder = fs.mkdtempSync(`${os.tmpdir()}/netnotes-`);
  const udp = socket.socket(AF_INET, SOCK_DGRAM);
  const unix = socket.socket(AF_UNIX, SOCK_DGRAM);
  const anywhere = ["127.0.0.1", 0] as const;
  try {
    unix.bind(`${folder}/client`);
    shows("the default of max_packet_size", UDPServer.max_packet_size, 8192);
    const cut = answer(new UDPServer(anywhere, Counter), udp, 9000);
    shows("a handler is given, of 9000 bytes", cut, "8192");
    const whole = answer(new RoomyServer(anywhere, Counter), udp, 9000);
    shows("with max_packet_size = 65535", whole, "9000");
    const unixCut = answer(new UnixDatagramServer(`${folder}/a`, Counter), unix, 9000);
    shows("the same for Unix datagrams", unixCut, "8192");
    const unixWhole = answer(new RoomyUnixServer(`${folder}/b`, Counter), unix, 9000);
    shows("with max_packet_size = 65535", unixWhole, "9000");
    const empty = answer(new UDPServer(anywhere, Silent), udp, 1);
    shows("a handler that writes nothing answers all the same: bytes", empty.length, 0);
  } finally {
    for (const client of [udp, unix]) client.close();
    fs.rmSync(folder, { recursive: true });
  }
}

run(main);

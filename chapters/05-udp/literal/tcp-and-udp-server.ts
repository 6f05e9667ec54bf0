/**
 * Serves one port twice: a welcome over TCP, a hello over UDP, for ever.
 *
 *     pnpm chapter 05 tcp-and-udp-server
 *     pnpm chapter 05 client
 *     pnpm chapter 01 hello-client --port 9999
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

function written([host, port]: socket.InetAddress): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Serves one port twice." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  // step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
  const found = socket.getaddrinfo(args.host, null);
  const [family, , , , [host, , ...scope]] = found[0]!;

  // step socket: an endpoint for UDP, of that family alone
  const udp = socket.socket(family, socket.SOCK_DGRAM);

  let tcp: socket.Socket;
  while (true) {
    // step listen: TCP's socket, SO_REUSEADDR, bind and listen in one call
    tcp = socket.create_server([host, args.port, ...scope], { family });

    // step bind: the same number is another port here, free or taken by itself
    try {
      udp.bind(tcp.getsockname());
      break;
    } catch (error) {
      // port 0: the kernel took one that TCP had free, so let it take another
      if (args.port !== 0) throw error;
      tcp.close();
    }
  }
  print(`listening on ${written(tcp.getsockname())}`);

  while (true) {
    // step wait: for a client or a datagram, whichever comes (chapter 08)
    const [ready] = select.select([tcp, udp], [], []);

    if (ready.includes(tcp)) {
      // step accept: TCP makes a socket for each client, who may have left already
      const [conn, addr] = tcp.accept();
      print(`Accept new connection from ${written(addr)}...`);
      try {
        conn.sendall(b`Welcome!`);
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        print(`lost ${written(addr)}: ${error.code}`);
      }
      conn.close();
    }

    if (ready.includes(udp)) {
      // step receive: UDP has one for all, and says who sent each datagram
      const [data, addr] = udp.recvfrom(65535);
      print(`Received from ${written(addr)}.`);

      // step send: one datagram back; what can't be sent costs its client only
      try {
        udp.sendto(Buffer.concat([b`Hello, `, data, b`!`]), addr);
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        print(`no answer to ${written(addr)}: ${error.code}`);
      }
    }
  }
}

run(main);

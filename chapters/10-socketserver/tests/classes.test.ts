import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { b, OSError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { dial, dialUdp, startFile } from "@netnotes/test-harness";
import type { Request } from "../literal/socketserver.ts";
import {
  DatagramRequestHandler,
  ForkingMixIn,
  StreamRequestHandler,
  TCPServer,
  ThreadingMixIn,
  UDPServer,
} from "../literal/socketserver.ts";

const ANY = ["127.0.0.1", 0] as const;

/** Answers a line with itself. */
class Echo extends StreamRequestHandler {
  override handle(): void {
    this.wfile.write(this.rfile.readline());
  }
}

class Server extends TCPServer {
  readonly told: string[] = [];
  override handle_timeout(): void {
    this.told.push("timeout");
  }
  override handle_error(_: Request, __: socket.Address, error: unknown): void {
    this.told.push(error instanceof OSError ? (error.code ?? error.message) : String(error));
  }
}

/** A client of a server, which has something to say to it. */
function client({ server_address }: TCPServer, says = b``): socket.Socket {
  const made = socket.create_connection(server_address as socket.InetAddress);
  made.settimeout(10);
  made.sendall(says);
  return made;
}

/** Lets a server handle one request, and returns what the client hears, to the end. */
function conversation(server: TCPServer, says: Buffer): string {
  const asking = client(server, says);
  server.handle_request();
  const answer = asking.makefile("rb").read().toString();
  asking.close();
  server.server_close();
  return answer;
}

describe("a server", () => {
  test("handles one request, and tells of a timeout", () => {
    const server = new Server(ANY, Echo);
    server.timeout = 0.01;
    server.handle_request();
    expect(server.told).toEqual(["timeout"]);
    expect(conversation(server, b`hello\n`)).toBe("hello\n");
    expect(server.told).toEqual(["timeout"]);
  });

  test("serves until it is told to end", () => {
    class Last extends Echo {
      override finish(): void {
        super.finish();
        this.server.switch.shutdown_request.set();
      }
    }
    const server = new Server(ANY, Last);
    const [first] = [client(server, b`hello\n`), client(server, b`too late\n`)];
    server.serve_forever();
    expect(first.recv(100).toString()).toBe("hello\n");
    expect(server.switch.is_shut_down.is_set()).toBe(true);
    server.server_close();
  });

  test("turns away whom it does not verify", () => {
    class Closed extends Server {
      override verify_request(): boolean {
        return false;
      }
    }
    expect(conversation(new Closed(ANY, Echo), b``)).toBe("");
  });

  test("goes on after what a handler throws, and lets its client go", () => {
    class Faulty extends Echo {
      override handle(): void {
        super.handle();
        throw new TypeError("a fault");
      }
    }
    const server = new Server(ANY, Faulty);
    expect(conversation(server, b`hello\n`)).toBe("hello\n");
    expect(server.told).toEqual(["TypeError: a fault"]);
  });

  test.each([TCPServer, ThreadingMixIn(TCPServer), ForkingMixIn(TCPServer)])(
    "says that its address is taken, and keeps no socket: %o",
    (Kind) => {
      const first = new TCPServer(ANY, Echo);
      const second = () => new Kind(first.server_address, Echo);
      expect(second).toThrow(/^bind: EADDRINUSE/);
      first.server_close();
    },
  );

  test.runIf(process.platform === "linux")("gives its request_queue_size to listen", () => {
    class Small extends TCPServer {
      static override request_queue_size = 3;
    }
    const queues = [new TCPServer(ANY, Echo), new Small(ANY, Echo)].map((server) => {
      const info = server.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 32);
      server.server_close();
      return info.readUInt32LE(28); // tcpi_sacked of a listening socket
    });
    expect(queues).toEqual([5, 3]);
  });
});

describe("a stream's handler", () => {
  test("waits no longer than its timeout", () => {
    class Impatient extends Echo {
      static override timeout = 0.01;
    }
    const server = new Server(ANY, Impatient);
    expect(conversation(server, b`no end of line`)).toBe("");
    expect(server.told).toEqual(["timed out"]);
  });

  test("sends at the end what it has gathered", () => {
    class Gathering extends StreamRequestHandler {
      static override wbufsize = 4096;
      static override disable_nagle_algorithm = true;
      override handle(): void {
        this.wfile.write(b`one `);
        this.wfile.write(b`piece`);
        const { IPPROTO_TCP, TCP_NODELAY } = socket;
        const nodelay = this.connection.getsockopt(IPPROTO_TCP, TCP_NODELAY);
        this.wfile.write(nodelay ? b`, at once` : b``);
      }
    }
    expect(conversation(new Server(ANY, Gathering), b``)).toBe("one piece, at once");
  });

  test("sees to a client that leaves before its answer", () => {
    class Late extends StreamRequestHandler {
      static override wbufsize = 4096;
      override handle(): void {
        this.wfile.write(b`too late`);
        this.request.shutdown(socket.SHUT_WR);
      }
    }
    const server = new Server(ANY, Late);
    expect(conversation(server, b``)).toBe("");
    expect(server.told).toEqual([]);
  });
});

test("a datagram's handler reads it as a file, and answers with one datagram", async () => {
  class Lines extends DatagramRequestHandler {
    override handle(): void {
      const [first, rest] = [this.rfile.readline(), this.rfile.readline(3)];
      this.wfile.write(Buffer.concat([this.rfile.read(), b`|`, rest]));
      this.wfile.write(Buffer.concat([b`|`, first, b`|`, this.rfile.read()]));
    }
  }
  const server = new UDPServer(ANY, Lines);
  const [host, port] = server.server_address as socket.InetAddress;
  const peer = await dialUdp({ host, port });
  await peer.send("one\ntwo and three");
  server.handle_request();
  await peer.expect(" and three|two|one\n|");
  server.server_close();
});

test("a fault is told between dashes, a failed call in a line between them", async () => {
  const server = await startFile(fileURLToPath(new URL("./faulty-server.ts", import.meta.url)));
  for (const [says, told] of [
    ["fault", /^TypeError: a fault of ours$/],
    ["call", /^BrokenPipeError: send: EPIPE broken pipe$/],
  ] as const) {
    const peer = await dial(server);
    await peer.send(`${says}\n`);
    await peer.expectEnd();
    await server.warns("-".repeat(40));
    await server.warns(
      `Exception occurred during processing of request from ('127.0.0.1', ${peer.port})`,
    );
    await server.warns(told);
    if (says === "fault") await server.warns(/^ {4}at .*handle/);
    while ((await server.warns(/^.*$/))[0] !== "-".repeat(40));
  }
});

/**
 * Sends one datagram by a path, of 9000 bytes unless told, and prints the answer.
 *
 *     pnpm chapter 10 unix-datagram-client
 */
import { ArgumentParser } from "argparse";
import fs from "node:fs";
import os from "node:os";
import { print, printWith, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const PATH = `${os.tmpdir()}/netnotes-10-datagram.sock`;

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends one datagram." });
  parser.add_argument("--path", { default: PATH });
  parser.add_argument("--size", {
    type: "int",
    default: 9000,
    help: "in bytes",
  });
  parser.add_argument("--timeout", {
    type: "float",
    default: 5,
    help: "in seconds",
  });
  const args = parser.parse_args();
  if (!(args.size >= 0 && args.size <= 65535))
    parser.error("--size must be 0-65535");
  if (!(args.timeout > 0 && args.timeout <= 3600))
    parser.error("--timeout must be above 0 and at most 3600 seconds");

  // step socket: an endpoint for datagrams within this computer
  const client = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM);

  // step bind: a path of our own; nobody could answer a client without one
  const folder = fs.mkdtempSync(`${os.tmpdir()}/netnotes-`);
  try {
    client.bind(`${folder}/client`);

    // step connect: nothing is sent; we hear this server alone
    client.connect(args.path);

    // step timeout: nothing is lost here, but the server may take its time
    client.settimeout(args.timeout);

    // step send: one datagram; it waits while the server's queue is full
    client.send(Buffer.alloc(args.size, "x"));

    // step receive: one datagram, the whole of it
    const answer = client.recv(65535);
    print(codecs.decode(answer, "utf-8", "replace"));
  } catch (error) {
    if (!(error instanceof socket.timeout)) throw error;
    printWith(
      { file: 2 },
      `timed out after ${args.timeout} s ` +
        "(the server does not answer: try again, or a longer --timeout)",
    );
    process.exitCode = 1;
  } finally {
    // step close: the socket, and its file, which would stay
    client.close();
    fs.rmSync(folder, { recursive: true });
  }
}

run(main);

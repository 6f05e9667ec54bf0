/** Reads a file and sends it, 64 KiB at a time, as chapter 04's client does: an operation is a MiB. */
import fs from "node:fs";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { listening, rounds } from "./rounds.ts";

export function main(): void {
  const server = socket.create_server(["127.0.0.1", 0]);
  listening(server);

  const piece = Buffer.alloc(65536);
  rounds((mebibytes) => {
    const [conn] = server.accept();
    const file = fs.openSync("/dev/zero", "r");
    for (let i = 0; i < mebibytes * 16; i++)
      conn.sendall(piece.subarray(0, fs.readSync(file, piece)));
    fs.closeSync(file);
    conn.close();
  });
}

run(main);

/** Receives a file and writes it, 64 KiB at a time, as chapter 04's server does: an operation is a MiB. */
import assert from "node:assert/strict";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { listening, rounds } from "./rounds.ts";

export function main(): void {
  const server = socket.create_server(["127.0.0.1", 0]);
  listening(server);

  const piece = Buffer.alloc(65536);
  rounds((mebibytes) => {
    const [conn] = server.accept();
    // Its name goes at once: nothing is left, however this program ends.
    const name = path.join(tmpdir(), `netnotes-bench-${process.pid}`);
    const file = fs.openSync(name, "w");
    fs.unlinkSync(name);
    conn.sendall(b`?`);
    for (let count; (count = conn.recv_into(piece)) > 0;)
      fs.writeFileSync(file, piece.subarray(0, count));
    assert.equal(fs.fstatSync(file).size, mebibytes * 1024 * 1024);
    fs.closeSync(file);
    conn.close();
  });
}

run(main);

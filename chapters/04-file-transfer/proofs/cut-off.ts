/**
 * A sender that is killed ends its stream like one that has finished.
 *
 * The notes' server stores what came as the file. A length in front shows what is missing, a digest
 * at the end what was changed, and a temporary name keeps half a file from being taken for a whole
 * one. See also rename(2), close(2).
 *
 *     pnpm chapter 04 proof cut-off
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** The file that somebody wants to send, and how far it gets. */
const WHOLE = 8_000_000;
const CAME = 3_000_320;

/** Receives as the notes do, into a file, from a sender that is killed on the way. */
function receiveFromKilled(file: number): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const [, port] = listener.getsockname();
  const program = `require("net").connect(${port}, "127.0.0.1").write(Buffer.alloc(${CAME}))`;
  const sender = spawn(process.execPath, ["-e", program]);
  const [conn] = listener.accept();
  for (let got = 0; ;) {
    const piece = conn.recv(1024);
    if (piece.length === 0) break;
    fs.writeFileSync(file, piece);
    got += piece.length;
    if (got === CAME) sender.kill("SIGKILL");
  }
  conn.close();
  listener.close();
}

function killedSender(folder: string): void {
  const name = path.join(folder, "file.txt");
  const file = fs.openSync(name, "w");
  const end = outcome(() => receiveFromKilled(file));
  fs.closeSync(file);
  const { size } = fs.statSync(name);
  shows(`kill -9 of a sender after ${CAME} of ${WHOLE} bytes: the error is`, end, "ok");
  shows("and the file that is stored has bytes", size, CAME);
  shows("with the length in front, those missing", WHOLE - size, 4_999_680);
}

function changed(): void {
  const [sent, came] = [Buffer.alloc(1000, "file"), Buffer.alloc(1000, "file")];
  came[500]! ^= 1;
  shows("one bit of 1000 bytes changes; the length", came.length, sent.length);
  const digests = [sent, came].map((bytes) => createHash("sha256").update(bytes).digest("hex"));
  shows("the digest tells", digests[0] === digests[1] ? "nothing" : "they differ", "they differ");
}

/** A receiver that is killed half-way leaves its file in the state in which it is. */
function killedReceiver(folder: string): void {
  for (const name of ["direct.txt", "renamed.txt.part"]) {
    const file = path.join(folder, name);
    const program = `require("fs").writeFileSync(process.argv[1], Buffer.alloc(500));
      process.kill(process.pid, "SIGKILL");
      require("fs").renameSync(process.argv[1], process.argv[1].replace(".part", ""));`;
    spawnSync(process.execPath, ["-e", program, file]);
  }
  const sizes = fs.readdirSync(folder).map((name) => {
    return `${name} ${fs.statSync(path.join(folder, name)).size}`;
  });
  shows("kill -9 of two receivers after 500 of 1000 bytes leaves", sizes, [
    "direct.txt 500",
    "renamed.txt.part 500",
  ]);
  const there = fs.existsSync(path.join(folder, "renamed.txt"));
  shows("the name that comes last, by rename, is", there ? "there" : "not there", "not there");
}

export function main(): void {
  const folder = fs.mkdtempSync(path.join(tmpdir(), "netnotes-"));
  const other = fs.mkdtempSync(path.join(tmpdir(), "netnotes-"));
  killedSender(folder);
  changed();
  killedReceiver(other);
  for (const used of [folder, other]) fs.rmSync(used, { recursive: true });
}

run(main);

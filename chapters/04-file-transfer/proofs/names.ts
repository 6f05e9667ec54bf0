/**
 * A file's name is bytes too: joined wrongly, run together with the content, leading elsewhere.
 *
 * The notes' counter is taken apart by join, and the name that their client would send first is
 * the beginning of the file. A name from a stranger may also be a path. See also
 * path_resolution(7).
 *
 *     pnpm chapter 04 proof names
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { outcome, shows } from "@netnotes/course/proof";
import { b, run, ValueError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import { parse } from "../literal/header.ts";

function joined(): void {
  // Python's "./data/文件_".join("1txt"): the text goes between each two characters.
  const name = "1txt".split("").join("./data/文件_");
  shows("the notes' first file", name, "1./data/文件_t./data/文件_x./data/文件_t");
  const folder = fs.mkdtempSync(path.join(tmpdir(), "netnotes-"));
  fs.mkdirSync(path.join(folder, "data"));
  const opened = outcome(() => fs.openSync(path.join(folder, name), "w"));
  shows("where there is a folder data, and none called 1., it opens with", opened, "ENOENT");
  fs.rmSync(folder, { recursive: true });
}

function runTogether(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  client.send(b`hang.txt`);
  client.send(b`CONTENT`);
  shows("an empty send adds", client.send(b``), 0);
  client.shutdown(socket.SHUT_WR);
  const file: Buffer[] = [];
  for (let piece; (piece = server.recv(1024)).length > 0;) file.push(piece);
  shows(
    "a name, sent before the content, is in the file",
    codecs.decode(Buffer.concat(file)),
    "hang.txtCONTENT",
  );
  for (const s of [client, server, listener]) s.close();
}

/** The file that our server would write, or why it does not. */
function judged(name: string): string {
  try {
    return parse(`7 ${name}`)[1];
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return error.message;
  }
}

function leadingElsewhere(): void {
  const paths = ["../../.bashrc", "/etc/passwd", "data/../../x"];
  const where = paths.map((name) => path.posix.resolve("/home/me/received", name));
  shows("joined to /home/me/received, strangers' names lead to", where, [
    "/home/.bashrc",
    "/etc/passwd",
    "/home/me/x",
  ]);
  for (const name of [...paths, "..", ".bashrc", "\x1b[2J", "7.part", ""]) {
    const expected = name === "" ? "no header" : "no name for a file";
    shows(`the checked pair's answer to ${JSON.stringify(name)}`, judged(name), expected);
  }
  shows("and to a name in Chinese", judged("数据 文件.txt"), "数据 文件.txt");
}

export function main(): void {
  joined();
  runTogether();
  leadingElsewhere();
}

run(main);

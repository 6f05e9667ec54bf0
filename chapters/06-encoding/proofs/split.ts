/**
 * A read may end within a character; whoever decodes each read alone breaks it.
 *
 * The notes do so. A decoder that keeps the unfinished bytes for the next read never breaks one.
 * See also recv(2); Python's codecs, incremental decoders; TextDecoder's option `stream`.
 *
 *     pnpm chapter 06 proof split
 */
import { holds, shows } from "@netnotes/course/proof";
import { repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

/** Big5 has no 马. */
const TEXT = "黑馬aB1!";
const ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16le"];

/** What a server reads when the client sends these pieces, each after the one before was read. */
function reads(...pieces: Buffer[]): Buffer[] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  const got = pieces.map((piece) => {
    client.sendall(piece);
    return server.recv(1024);
  });
  for (const s of [client, server, listener]) s.close();
  return got;
}

function twoReads(): void {
  const bytes = codecs.encode("中");
  const got = reads(bytes.subarray(0, 2), bytes.subarray(2));
  shows("中 comes in two reads", got.map(repr), ["b'\\xe4\\xb8'", "b'\\xad'"]);
  const alone = got.map((read) => codecs.decode(read, "utf-8", "replace"));
  shows("each decoded alone", alone, ["\ufffd", "\ufffd"]);
  const decoder = codecs.getincrementaldecoder("utf-8")();
  shows(
    "by one decoder for both",
    got.map((read) => repr(decoder.decode(read))),
    ["''", "'中'"],
  );
}

/** Every way to cut the text's bytes in two: how many are read right. */
function everyCut(): void {
  for (const encoding of ENCODINGS) {
    const bytes = codecs.encode(TEXT, encoding);
    let [alone, kept, streamed] = [0, 0, 0];
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
      const each = pieces.map((piece) => codecs.decode(piece, encoding, "replace"));
      if (each.join("") === TEXT) alone += 1;
      const decoder = codecs.getincrementaldecoder(encoding)();
      if (pieces.map((piece) => decoder.decode(piece)).join("") === TEXT) kept += 1;
      const nodes = new TextDecoder(encoding);
      if (pieces.map((piece) => nodes.decode(piece, { stream: true })).join("") === TEXT) {
        streamed += 1;
      }
    }
    const cuts = bytes.length - 1;
    holds(
      `${encoding}, of ${cuts} cuts read right: alone, incrementally, by Node's TextDecoder`,
      alone < cuts && kept === cuts && streamed === cuts,
      [alone, kept, streamed],
    );
  }
}

/** After a lost byte UTF-8 finds the next character, because no first byte is like a later one. */
function oneByteLost(): void {
  for (const [encoding, expected] of [
    ["utf-8", "\ufffd\ufffd马黑马"],
    ["gbk", "诼砗诼\ufffd"],
  ] as const) {
    const rest = codecs.encode("黑马黑马", encoding).subarray(1);
    shows(
      `黑马黑马 without its first byte in ${encoding}`,
      codecs.decode(rest, encoding, "replace"),
      expected,
    );
  }
}

export function main(): void {
  twoReads();
  everyCut();
  oneByteLost();
}

run(main);

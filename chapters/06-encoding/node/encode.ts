/**
 * Encodes a text in two tables, and decodes its bytes rightly and wrongly.
 *
 *     pnpm chapter 06 encode --node
 */
import { parseArgs } from "node:util";
import iconv from "iconv-lite";

const { values: args } = parseArgs({
  options: { help: { type: "boolean", short: "h" } },
});
if (args.help) {
  console.log("usage: encode [-h]\n");
  console.log("Encodes and decodes a text.");
  process.exit();
}

/** Bytes as Python writes them, if there is no quote or backslash in them. */
function repr(bytes: Buffer): string {
  let text = "";
  for (const byte of bytes) {
    const escape = `\\x${byte.toString(16).padStart(2, "0")}`;
    text += byte < 0x20 || byte > 0x7e ? escape : String.fromCharCode(byte);
  }
  return `b'${text}'`;
}

// step encode: Buffer writes UTF-8; nothing in Node writes GBK, so a library does
// corrected: 中 is number 20013 of Unicode, not 123456 (proof numbers)
// corrected: Chinese may have 4 bytes, symbols more than 1 (proof widths)
const s1 = "黑马aB1!";
const bys1 = Buffer.from(s1);
const bys2 = iconv.encode(s1, "gbk");
const bys3 = Buffer.from(s1, "utf-8");
// corrected: the notes' comments have a space too many (proof mojibake)
console.log(`bys1: ${repr(bys1)}`);
console.log(`bys2: ${repr(bys2)}`);
console.log(`bys3: ${repr(bys3)}`);
console.log("-".repeat(21));

// step decode: TextDecoder reads both; it throws only when it is told to be fatal
// corrected: mojibake has more causes than another table (proof mojibake)
const bys4 = Buffer.from("\xe9\xbb\x91\xe9\xa9\xacaB1!", "latin1");
const s2 = new TextDecoder("utf-8", { fatal: true }).decode(bys4);
const s3 = new TextDecoder("gbk", { fatal: true }).decode(bys4);
console.log(`s2: ${s2}`);
console.log(`s3: ${s3}`);
console.log("-".repeat(21));

// step literal: JavaScript has none; Latin-1 makes each character one byte
const bys5 = Buffer.from("aB1!", "latin1");
console.log(`bys5: ${repr(bys5)}`);

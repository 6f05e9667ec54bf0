/**
 * Wrong characters have many causes, and another table is only one; it may also be an error.
 *
 * The notes know no other cause. See also RFC 3629, sections 3 and 6 (the byte order mark).
 *
 *     pnpm chapter 06 proof mojibake
 */
import { shows } from "@netnotes/course/proof";
import { b, repr, run, UnicodeError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";

const TEXT = "黑马aB1!";

/** What strict decoding says of bytes that it refuses. */
function refusal(bytes: Buffer, encoding: string): string {
  try {
    return `read as ${codecs.decode(bytes, encoding)}`;
  } catch (error) {
    if (!(error instanceof UnicodeError)) throw error;
    return error.message;
  }
}

function anotherTable(): void {
  const bytes = codecs.encode(TEXT);
  // The notes' comments have a space before the a.
  shows("黑马aB1! in UTF-8", repr(bytes), repr(b`\xe9\xbb\x91\xe9\xa9\xacaB1!`));
  shows(
    "how many bytes, and whether there is a space",
    [bytes.length, bytes.includes(" ")],
    [10, false],
  );
  shows("read as GBK", codecs.decode(bytes, "gbk"), "榛戦┈aB1!");
  const back = codecs.encode("榛戦┈aB1!", "gbk");
  shows("written as GBK again, they are what they were", back.equals(bytes), true);

  shows(
    "中 in UTF-8 read as GBK is an error",
    refusal(codecs.encode("中"), "gbk"),
    "'gbk' codec can't decode byte 0xad in position 2: incomplete multibyte sequence",
  );
  shows(
    "黑马 in GBK read as UTF-8 is one too",
    refusal(codecs.encode(TEXT, "gbk"), "utf-8"),
    "'utf-8' codec can't decode byte 0xba in position 0: invalid start byte",
  );
  shows("Latin-1 reads whatever comes", codecs.decode(codecs.encode("é"), "latin-1"), "Ã©");
}

function otherCauses(): void {
  const cut = codecs.encode("中文").subarray(0, 4);
  shows("cut off within a character", codecs.decode(cut, "utf-8", "replace"), "中\ufffd");

  const twice = codecs.encode(codecs.decode(codecs.encode("é"), "latin-1"));
  shows("é encoded twice", repr(twice), repr(b`\xc3\x83\xc2\xa9`));
  shows("and decoded once, rightly", codecs.decode(twice), "Ã©");

  const marked = b`\xef\xbb\xbfOK`;
  shows("OK after a byte order mark is not OK", repr(codecs.decode(marked)), "'\\ufeffOK'");
  shows("nor is it in GBK", codecs.decode(marked, "gbk"), "锘縊K");

  // Two replacement characters, written as UTF-8 and read as GBK: the text itself is lost by then.
  const lost = codecs.decode(codecs.encode("黑", "gbk"), "utf-8", "replace");
  shows("replaced, saved, and read as GBK", codecs.decode(codecs.encode(lost), "gbk"), "锟斤拷");
}

export function main(): void {
  anotherTable();
  otherCauses();
}

run(main);

/**
 * The files of a reader's folder as lines of text: plain text, Markdown or HTML, in UTF-8 or GB 18030.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { FileError } from "../answer.ts";
import { allowed } from "../file-failure.ts";

export interface NoteFile {
  /** Without its folder. */
  readonly name: string;
  readonly lines: readonly string[];
}

const MARKUP = [".html", ".htm"];
const KINDS = [".txt", ".md", ".markdown", ...MARKUP];

/**
 * Reads the folder's own files, by name; folders in it are not looked at, nor links that lead nowhere.
 *
 * @throws {FileError} when the folder can't be read, or holds none of these
 */
export function readNoteFiles(folder: string): NoteFile[] {
  const files = allowed("--notes", folder, () => readdirSync(folder))
    .filter((name) => KINDS.includes(extname(name).toLowerCase()))
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort()
    .map((name) => readNoteFile(join(folder, name), name));
  if (files.length > 0) return files;
  throw new FileError(
    `--notes: ${folder} holds no ${KINDS.join(", ")} file: name the folder of your copy of the notes`,
  );
}

function readNoteFile(file: string, name: string): NoteFile {
  const text = decoded(allowed("--notes", file, () => readFileSync(file)));
  const plain = MARKUP.includes(extname(name).toLowerCase()) ? withoutTags(text) : text;
  return { name, lines: plain.split(/\r?\n/) };
}

/** Chinese text that is not UTF-8 is GB 18030, which GBK and GB 2312 are parts of. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const BLOCK =
  /<(?:br|\/?(?:article|blockquote|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul))\b[^>]*>/gi;
const ENTITIES: Record<string, string> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  amp: "&",
};

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1>/gi, "")
    .replace(BLOCK, "\n")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code === undefined) return ENTITIES[name] ?? entity;
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    })
    .replace(/\n\s*\n\s*\n/g, "\n\n");
}

/**
 * The indices of the lines that are this heading: whatever stands around it as `##`, `(7)`, `2、`, `二、`,
 * `4.2` or a colon, and however it is spaced.
 */
export function linesOf({ lines }: NoteFile, heading: string): number[] {
  const wanted = bare(heading);
  return lines.flatMap((line, at) => (bare(line) === wanted ? [at] : []));
}

/** A heading's words alone. */
function bare(line: string): string {
  return line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[*`]+/g, "")
    .replace(/^[\s#>•-]+/, "")
    .replace(/^\(?(?:[\d一二三四五六七八九十]+[)、.,]+\s*)*(?:\d+\s+)?/, "")
    .replace(/\s+/g, "")
    .replace(/[:#]+$/, "");
}

/**
 * Reads the little Python that the programs are written in, and calls what is here where Python calls what
 * is there: names, numbers, texts, bytes, tuples, calls with keyword arguments, and a few operators.
 */
import { inspect, isDeepStrictEqual } from "node:util";
import { b } from "../../src/builtins.ts";

/** What the names of a program stand for. */
export type Names = Map<string, unknown>;

/** A name that nothing was assigned to, because the line that would have failed. */
class NameError extends Error {
  override readonly name = "NameError";
}

const TOKEN =
  /\s*(?:(?<bytes>b"(?:[^"\\]|\\.)*")|(?<text>"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?(?:e\d+)?)|(?<name>[A-Za-z_]\w*)|(?<sign>>=|==|[<()[\],.=*|+-]))/y;

/** Python's positional arguments that programs give by keyword. Others are options of ours, too. */
const POSITIONS: Readonly<Record<string, readonly string[]>> = {
  socket: ["family", "type", "proto", "fileno"],
  create_connection: ["address", "timeout", "source_address"],
};

/** What a parameter that Python leaves out is here, before one that is given. */
const LEFT_OUT: Readonly<Record<string, unknown>> = { socket: -1 };

type Token = Readonly<Record<string, string | undefined>>;

/** The value of one expression. Throws what the calls in it throw. */
export function evaluate(text: string, names: Names): unknown {
  const reader = new Reader(tokens(text), names);
  const value = reader.comparison();
  reader.end();
  return value;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const { groups } = TOKEN.exec(text) ?? {};
    if (groups === undefined) throw new Error(`this is not read here: ${text.slice(at)}`);
    found.push(groups);
  }
  return found;
}

/** Reads by descent, and evaluates as it reads: each method is one level of Python's grammar. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #names: Names;
  #at = 0;

  constructor(found: readonly Token[], names: Names) {
    this.#tokens = found;
    this.#names = names;
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw new Error(`too much: ${inspect(this.#next())}`);
  }

  comparison(): unknown {
    const left = this.#union();
    const sign = this.#take("<", ">=", "==");
    if (sign === undefined) return left;
    const right = this.#union();
    if (sign === "==") return isDeepStrictEqual(left, right);
    return Number(left) < Number(right) === (sign === "<");
  }

  #union(): unknown {
    let left = this.#sum();
    while (this.#take("|")) left = Number(left) | Number(this.#sum());
    return left;
  }

  #sum(): unknown {
    let left = this.#product();
    while (this.#take("+")) left = joined(left, this.#product());
    return left;
  }

  #product(): unknown {
    let left = this.#signed();
    while (this.#take("*")) left = times(left, Number(this.#signed()));
    return left;
  }

  #signed(): unknown {
    return this.#take("-") ? -Number(this.#signed()) : this.#trailed();
  }

  /** A value and what hangs on it: attributes, calls, items. */
  #trailed(): unknown {
    let name = this.#tokens[this.#at]?.["name"] ?? "";
    let owner: unknown;
    let value = this.#atom();
    for (;;) {
      const sign = this.#take(".", "(", "[");
      if (sign === undefined) return value;
      if (sign === ".") {
        name = this.#next()["name"] ?? "";
        owner = value;
        value = (value as Record<string, unknown>)[name];
      } else if (sign === "(") {
        value = (value as (...args: unknown[]) => unknown).apply(owner, this.#arguments(name));
      } else {
        value = (value as unknown[])[Number(this.comparison())];
        this.#expect("]");
      }
    }
  }

  #arguments(callee: string): unknown[] {
    const args: unknown[] = [];
    const options: Record<string, unknown> = {};
    while (!this.#take(")")) {
      const keyword = this.#keyword();
      const value = this.comparison();
      const position = keyword === undefined ? args.length : POSITIONS[callee]?.indexOf(keyword);
      if (position === undefined) options[keyword ?? ""] = value;
      else {
        while (args.length < position) args.push(LEFT_OUT[callee]);
        args[position] = value;
      }
      this.#take(",");
    }
    return Object.keys(options).length === 0 ? args : [...args, options];
  }

  #keyword(): string | undefined {
    const name = this.#tokens[this.#at]?.["name"];
    if (name === undefined || this.#tokens[this.#at + 1]?.["sign"] !== "=") return undefined;
    this.#at += 2;
    return name;
  }

  #atom(): unknown {
    const token = this.#next();
    if (token["number"] !== undefined) return Number(token["number"]);
    if (token["text"] !== undefined) return unescaped(token["text"].slice(1, -1)).toString("utf8");
    if (token["bytes"] !== undefined) return unescaped(token["bytes"].slice(2, -1));
    if (token["sign"] === "(") return this.#tuple();
    const name = token["name"] ?? "";
    if (this.#names.has(name)) return this.#names.get(name);
    throw new NameError(`name '${name}' is not defined`);
  }

  #tuple(): unknown {
    const items: unknown[] = [];
    let comma = false;
    while (!this.#take(")")) {
      items.push(this.comparison());
      comma = this.#take(",") !== undefined || comma;
    }
    return items.length === 1 && !comma ? items[0] : items;
  }

  #take(...signs: string[]): string | undefined {
    const sign = this.#tokens[this.#at]?.["sign"];
    if (sign === undefined || !signs.includes(sign)) return undefined;
    this.#at += 1;
    return sign;
  }

  #expect(sign: string): void {
    if (this.#take(sign) === undefined) throw new Error(`${sign} is missing`);
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error("the line ends too early");
    this.#at += 1;
    return token;
  }
}

/** Python's escapes are those of `b`, which takes its text raw, and other characters only as their bytes. */
function unescaped(raw: string): Buffer {
  // eslint-disable-next-line no-control-regex -- ASCII is exactly this range
  const ascii = raw.replace(/[^\x00-\x7f]+/g, (characters) =>
    Buffer.from(characters).toString("hex").replace(/../g, "\\x$&"),
  );
  return b(Object.assign([ascii], { raw: [ascii] }));
}

function joined(left: unknown, right: unknown): unknown {
  if (Buffer.isBuffer(left)) return Buffer.concat([left, right as Buffer]);
  return typeof left === "string" ? left + String(right) : Number(left) + Number(right);
}

function times(value: unknown, count: number): unknown {
  if (Buffer.isBuffer(value)) return Buffer.alloc(value.length * count, value);
  return typeof value === "string" ? value.repeat(count) : Number(value) * count;
}

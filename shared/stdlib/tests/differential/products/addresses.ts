/** Addresses, most of them wrong, given to every method that takes one. */
import { kinds } from "../kinds.ts";
import { product, type Cell } from "./cell.ts";

/** Addresses of one family are mistakes for another. */
const addresses = [
  '("127.0.0.1", 0)',
  '("127.0.0.1", 1)',
  '("127.0.0.1", -1)',
  '("127.0.0.1", 65536)',
  '("127.0.0.1", 1099511627776)',
  '("127.0.0.1", 1.5)',
  '("127.0.0.1", "80")',
  '("127.0.0.1", None)',
  '("127.0.0.1", True)',
  '("127.0.0.1", b"80")',
  '("127.0.0.1",)',
  '("127.0.0.1", 1, 2)',
  '("127.1", 1)',
  '("0x7f.0.0.1", 1)',
  '("256.0.0.1", 1)',
  '("", 0)',
  '("localhost", 1)',
  '("0.0.0.0", 1)',
  '("192.0.2.1", 0)',
  '("<broadcast>", 9)',
  '("255.255.255.255", 9)',
  '("a\\0b", 1)',
  '("", 70000)',
  "(None, 1)",
  "(1, 1)",
  "()",
  "None",
  "1",
  '"127.0.0.1"',
  '("::1", 0)',
  '("::1", 1)',
  '("::1", 1, 0)',
  '("::1", 1, 0, 0)',
  '("::1", 0, 1048575)',
  '("::1", 0, 1048576)',
  '("::1", 0, -1)',
  '("::1", 0, 0, -1)',
  '("::1", 0, 0, 4294967296)',
  '("::1", 0, "0")',
  '("::1", 0, 0, 0, 0)',
  '("::1", 70000)',
  '("::", 0)',
  '("::ffff:127.0.0.1", 1)',
  '("2001:db8::1", 0)',
  '("fe80::1%lo", 1)',
  '("::1%", 1)',
  '""',
  'b""',
  '"none"',
  '"no/folder"',
  'b"relative-none"',
  '"x" * 107',
  '"x" * 108',
  'b"x" * 109',
  '"中" * 36',
  'b"\\0abstract-none" + b"x" * 95',
  'b"\\0abstract-none" + b"x" * 94',
  '"/dev/null"',
  '"/"',
];

const uses: readonly (readonly string[])[] = [
  ["s.bind(ADDRESS)"],
  ["s.connect(ADDRESS)"],
  ["s.connect_ex(ADDRESS)"],
  ['s.sendto(b"x", ADDRESS)'],
  ['s.sendto(b"x", 0, ADDRESS)'],
];

/** Binding takes any free port: others may be binding at the same time. Nobody listens on ports 1 and 9. */
function suited(address: string, statement: string): string {
  if (!statement.includes("bind")) return address;
  return address.replace(/", [19](?=[,)])/, '", 0').replace('", True', '", False');
}

export const cells: readonly Cell[] = kinds
  .filter(({ pair }) => !pair)
  .flatMap((kind) =>
    product(addresses, uses, (address, use) => ({
      name: `${kind.name}: ${use[0]} with ${address}`,
      program: [
        `s = socket(${kind.socket})`,
        "s.settimeout(0)",
        ...use.map((statement) => statement.replaceAll("ADDRESS", suited(address, statement))),
      ],
    })),
  );

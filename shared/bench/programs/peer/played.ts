/** How a peer is spoken to: a line on stdin is a round, a line on stdout says that it is ready for it. */
import { EOFError, input, print } from "@netnotes/stdlib/builtins";

/** Where the measured program listens: this program's first argument. */
export const address: [host: string, port: number] = ["127.0.0.1", Number(process.argv[2])];

/** Says that it is connected, and does `work` for each line, which is a number of operations. */
export function played(work: (operations: number) => void): void {
  print("connected");
  for (;;) {
    const operations = nextRound();
    if (operations === undefined) return;
    work(operations);
  }
}

/** Says that the program may begin. */
export function ready(): void {
  print("ready");
}

function nextRound(): number | undefined {
  try {
    return Number(input());
  } catch (error) {
    if (error instanceof EOFError) return undefined;
    throw error;
  }
}

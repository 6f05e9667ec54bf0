/** Accepts connections that wait already, and closes them: an operation is an accept and a close. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { listening, rounds } from "./rounds.ts";

export function main(): void {
  const server = socket.create_server(["127.0.0.1", 0]);
  listening(server);

  rounds((operations) => {
    for (let i = 0; i < operations; i++) {
      const [conn] = server.accept();
      conn.close();
    }
  });
}

run(main);

/** Lets a client in while the whole system has no file left, once. */
import { OSError, print } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { accept } from "../literal/accept.ts";

const server = socket.create_server(["127.0.0.1", 0]);
const errors = [new OSError("too many open files in system", { code: "ENFILE" })];
const full = {
  accept() {
    const error = errors.pop();
    if (error) throw error;
    return server.accept();
  },
};

const client = socket.create_connection(server.getsockname());
accept(full as socket.Socket);
print(client.recv(1).length === 0 ? "the end" : "an answer");

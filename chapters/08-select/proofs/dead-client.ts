/**
 * One client that dies ends the notes' server, and with it all the others.
 *
 * Here is their loop again: it decodes each read by itself, keeps a closed socket among those to
 * write to, and catches nothing. See also select(2), recv(2).
 *
 *     pnpm chapter 08 proof dead-client
 */
import { shows } from "@netnotes/course/proof";
import { b, OSError, repr, run, UnicodeDecodeError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

/** The notes' server; `round` is one turn of its loop. */
class NotesServer {
  readonly listener = socket.create_server(["127.0.0.1", 0]);
  readonly #rlist = [this.listener];
  readonly #wlist: socket.Socket[] = [];

  round(): void {
    const [rs, ws] = select.select(this.#rlist, this.#wlist, [], 5);
    for (const r of rs) {
      if (r === this.listener) {
        this.#rlist.push(r.accept()[0]);
        continue;
      }
      const data = r.recv(1024);
      if (data.length > 0) {
        codecs.decode(data);
        this.#wlist.push(r);
      } else {
        this.#rlist.splice(this.#rlist.indexOf(r), 1);
        r.close();
      }
    }
    for (const w of ws) {
      w.send(codecs.encode("这是一条回复消息"));
      this.#wlist.splice(this.#wlist.indexOf(w), 1);
    }
  }

  /** Goes on until this client has something to read, or an error ends it; says which. */
  runFor(client: socket.Socket): string {
    try {
      while (select.select([client], [], [], 0)[0].length === 0) this.round();
      return "none";
    } catch (error) {
      for (const s of this.#rlist) s.close();
      if (error instanceof UnicodeDecodeError) return error.name;
      if (error instanceof OSError) return String(error.code);
      throw error;
    }
  }
}

type Death = (client: socket.Socket, server: NotesServer) => void;

/** What becomes of the server, and of a client that did nothing, when another one dies so. */
function after(what: string, dies: Death, end: string): void {
  const server = new NotesServer();
  const [bystander, client] = [1, 2].map(() => {
    const conn = socket.create_connection(server.listener.getsockname());
    server.round();
    return conn;
  }) as [socket.Socket, socket.Socket];
  dies(client, server);
  shows(`a client ${what}: the server's error`, server.runFor(bystander), end);
  bystander.settimeout(5);
  shows("  and what another client reads", repr(bystander.recv(1024)), "b''");
  for (const s of [bystander, client, server.listener]) s.close();
}

const half = codecs.encode("中").subarray(0, 2);

export function main(): void {
  const server = new NotesServer();
  const polite = socket.create_connection(server.listener.getsockname());
  polite.sendall(b`hello`);
  shows("a client waits for its answer: the server's error", server.runFor(polite), "none");
  for (const s of [polite, server.listener]) s.close();

  // Both arrive before the server looks: it answers whom it has just closed.
  const sends: Death = (client) => {
    client.sendall(b`hello`);
    client.close();
  };
  after("sends and closes", sends, "EBADF");

  const leaves: Death = (client, server) => {
    client.sendall(b`hello`);
    server.runFor(client);
    client.close();
  };
  after("closes with its answer unread", leaves, "ECONNRESET");

  after("sends half a character", (client) => client.sendall(half), "UnicodeDecodeError");

  // What our servers do instead; the errors of a socket they catch, and close that one.
  const decoder = codecs.getincrementaldecoder("utf-8")("replace");
  shows("an incremental decoder makes of half a character", repr(decoder.decode(half)), "''");
  const rest = decoder.decode(Buffer.alloc(0), true);
  shows("  and of it at the end", rest, "\uFFFD");
}

run(main);

/**
 * Wrong: changes the three digits, and says OK to everything.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** All of an answer: status line, fields, blank line, and perhaps a body. */
function answer(method: string, target: string, page: string): Buffer {
  const isRead = method === "GET" || method === "HEAD";
  const [path] = target.split("?");
  let status = path === "/" ? "200 OK" : "404 Not Found";
  if (!isRead) status = "405 Method Not Allowed";
  // Encoded first: Content-Length counts bytes, of which 好 has three.
  const body = Buffer.from(status === "200 OK" ? page : `${status}\n`);
  const lines = [
    `HTTP/1.1 ${status.slice(0, 3)} OK`,
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  if (!isRead) lines.push("Allow: GET, HEAD");
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`);
  // HEAD asks for what GET would say of its body, and not for the body.
  return method === "HEAD" ? head : Buffer.concat([head, body]);
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Shows one page." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8000 });
  parser.add_argument("--page", { default: "你好，世界！\n" });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    const lines = conn.makefile("rb");
    try {
      const [method = "", target = ""] = lines.readline().toString().split(" ");
      while (lines.readline().length > 2); // to the blank line, or the end
      conn.sendall(answer(method, target, args.page));
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    lines.close();
    conn.close();
  }
}

run(main);

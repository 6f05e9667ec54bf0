/**
 * Python's socketserver, built from the calls of the chapters before: read
 * base-server, servers, handlers, and then the mixins.
 */
export { BaseServer } from "./base-server.ts";
export type { HandlerClass, Request } from "./base-server.ts";
export {
  TCPServer,
  UDPServer,
  UnixDatagramServer,
  UnixStreamServer,
} from "./servers.ts";
export {
  BaseRequestHandler,
  DatagramRequestHandler,
  StreamRequestHandler,
} from "./handlers.ts";
export { ThreadingMixIn } from "./threading-mixin.ts";
export { ForkingMixIn } from "./forking-mixin.ts";
export {
  hand_over,
  process_request_elsewhere,
  serve_forever,
} from "./elsewhere.ts";

"""Prints each sender's messages in their order, each once: a heap of each."""

import argparse
import collections
import heapq
import re
import socketserver


class Message(socketserver.BaseRequestHandler):
    heaps = collections.defaultdict(list)
    printed = collections.Counter()

    def handle(self):
        data, server = self.request
        found = re.fullmatch(rb"([1-9][0-9]*) (.*)", data, re.DOTALL)
        if not found:
            return
        sender, heap = self.client_address, self.heaps[self.client_address]
        heapq.heappush(heap, (int(found[1]), found[2].decode()))
        while heap and heap[0][0] <= self.printed[sender] + 1:
            number, text = heapq.heappop(heap)
            if number > self.printed[sender]:
                print(text)
                self.printed[sender] = number
        server.sendto(str(self.printed[sender]).encode(), sender)


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=9999)
args = parser.parse_args()

socketserver.UDPServer.max_packet_size = 65535
server = socketserver.UDPServer((args.host, args.port), Message)
host, port = server.server_address
print(f"listening on {host}:{port}")
server.serve_forever()

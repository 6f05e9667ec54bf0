/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Scenes } from "@netnotes/test-harness";

export const scenes = {
  table: {
    title: "A text becomes bytes in two tables, and text again in the right one and the wrong one.",
    cast: { server: "encode" },
    async play({ start }) {
      const encode = await start("encode");
      await encode.says(String.raw`bys1: b'\xe9\xbb\x91\xe9\xa9\xacaB1!'`);
      await encode.says(String.raw`bys2: b'\xba\xda\xc2\xedaB1!'`);
      await encode.says(String.raw`bys3: b'\xe9\xbb\x91\xe9\xa9\xacaB1!'`);
      await encode.says("-".repeat(21));
      await encode.says("s2: 黑马aB1!");
      await encode.says("s3: 榛戦┈aB1!");
      await encode.says("-".repeat(21));
      await encode.says("bys5: b'aB1!'");
      await encode.exits(0);
    },
  },

  mojibake: {
    title:
      "The server reads GBK: what is written in GBK arrives, what is in UTF-8 is other characters.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const server = await start("server", { args: ["--encoding", "gbk"] });
      const agreeing = await start("client", { to: server, args: ["--encoding", "gbk"] });
      await agreeing.says('"黑马aB1!" in gbk: ba da c2 ed 61 42 31 21');
      await agreeing.exits(0);
      await server.says('ba da c2 ed 61 42 31 21 in gbk: "黑马aB1!"');
      const other = await start("client", { to: server });
      await other.says('"黑马aB1!" in utf-8: e9 bb 91 e9 a9 ac 61 42 31 21');
      await other.exits(0);
      await server.says('e9 bb 91 e9 a9 ac 61 42 31 21 in gbk: "榛戦┈aB1!"');
    },
  },

  replaced: {
    title: "The server reads UTF-8: bytes of GBK are no characters, and a sign stands for each.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const server = await start("server");
      const client = await start("client", { to: server, args: ["--encoding", "gbk"] });
      await client.says('"黑马aB1!" in gbk: ba da c2 ed 61 42 31 21');
      await client.exits(0);
      await server.says('ba da c2 ed 61 42 31 21 in utf-8: "\uFFFD\uFFFD\uFFFD\uFFFDaB1!"');
    },
  },

  split: {
    title: "A character comes in two reads, and is there after the second.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const server = await start("server", { args: ["--encoding", "gbk", "--bytewise"] });
      const client = await start("client", { to: server, args: ["--encoding", "gbk", "黑马"] });
      await client.says('"黑马" in gbk: ba da c2 ed');
      await client.exits(0);
      await server.says('ba in gbk: ""');
      await server.says('da in gbk: "黑"');
      await server.says('c2 in gbk: ""');
      await server.says('ed in gbk: "马"');
    },
  },
} satisfies Scenes;

import { type BadCourse, CHAPTER } from "./bad-course.ts";

const PYTHON = `${CHAPTER}/python/server.py`;
const LITERAL = `${CHAPTER}/literal/server.ts`;
const NODE = `${CHAPTER}/node/server.ts`;
const LITERAL_MAY =
  "the literal way uses @netnotes/stdlib/…, argparse, string-width, its own parts, and of node: fs, path, os and crypto";
const OUTSIDE = "which is outside: chapters take nothing from other chapters";

/** Wrong in options, imports and messages: what a program has to do with the world. */
export const addresses: readonly BadCourse[] = [
  {
    rule: "options",
    when: "a Python server has a fixed port",
    edit: (course) => course.replace(PYTHON, '"--port"', '"--door"'),
    says: "01-greeting/python/server.py:1 uses socket and does not take --host and --port (or --path)",
  },
  {
    rule: "options",
    when: "a node server has a fixed host",
    edit: (course) => course.replace(NODE, 'host: { type: "string"', 'home: { type: "string"'),
    says: "01-greeting/node/server.ts:1 uses node:net and does not take --host and --port (or --path)",
  },
  {
    rule: "options",
    when: "a node program knows no --help",
    edit: (course) => course.replace(NODE, "help:", "usage:"),
    says: "01-greeting/node/server.ts:1 does not take --help: parseArgs does not know it by itself",
  },
  {
    rule: "imports",
    when: "Python imports a package",
    edit: (course) => course.replace(PYTHON, "import argparse", "import argparse, numpy.linalg"),
    says:
      "01-greeting/python/server.py:8 imports numpy.linalg: " +
      "the Python way uses the standard library and its own parts only",
  },
  {
    rule: "imports",
    when: "a Python program imports another",
    edit: (course) =>
      course.replace(PYTHON, "import argparse", "from client import main as m\nimport argparse"),
    says:
      "01-greeting/python/server.py:8 imports client: " +
      "the Python way uses the standard library and its own parts only",
  },
  {
    rule: "imports",
    when: "a literal program imports Node's sockets",
    edit: (course) =>
      course.replace(
        LITERAL,
        "import * as socket",
        'import type {} from "node:net";\nimport * as socket',
      ),
    says: `01-greeting/literal/server.ts:8 imports node:net: ${LITERAL_MAY}`,
  },
  {
    rule: "imports",
    when: "a literal program imports another",
    edit: (course) =>
      course.replace(LITERAL, "export function", 'import "./client.ts";\nexport function'),
    says: `01-greeting/literal/server.ts:11 imports ./client.ts: ${LITERAL_MAY}`,
  },
  {
    rule: "imports",
    when: "a node program imports a part of the literal way",
    edit: (course) => course.append(NODE, 'import "../literal/greeting.ts";\n'),
    says:
      "01-greeting/node/server.ts:25 imports ../literal/greeting.ts: " +
      "the node way uses node:, iconv-lite, string-width and its own parts only",
  },
  {
    rule: "imports",
    when: "a part passes on what it may not import",
    edit: (course) => course.append(`${CHAPTER}/literal/greeting.ts`, 'export * from "chalk";\n'),
    says: `01-greeting/literal/greeting.ts:7 imports chalk: ${LITERAL_MAY}`,
  },
  {
    rule: "imports",
    when: "a node program leaves node: out",
    edit: (course) => course.replace(NODE, '"node:util"', '"util"'),
    says: "01-greeting/node/server.ts:8 imports util: write node:util",
  },
  {
    rule: "imports",
    when: "a node program imports a package while it runs",
    edit: (course) => course.append(NODE, 'await import("express");\n'),
    says: "01-greeting/node/server.ts:25 imports express: the node way uses node:, iconv-lite, string-width and its own parts only",
  },
  {
    rule: "imports",
    when: "a proof imports a package",
    edit: (course) =>
      course.replace(
        `${CHAPTER}/proofs/order.ts`,
        "import { run }",
        'import "vitest";\nimport { run }',
      ),
    says:
      "01-greeting/proofs/order.ts:5 imports vitest: " +
      "a proof uses stdlib, @netnotes/course/proof and node: only",
  },
  {
    rule: "imports",
    when: "a test imports another chapter's file",
    edit: (course) =>
      course.replace(`${CHAPTER}/tests/greeting.test.ts`, "../demo.ts", "../../02-parting/demo.ts"),
    says: `01-greeting/tests/greeting.test.ts:2 imports ../../02-parting/demo.ts, ${OUTSIDE}`,
  },
  {
    rule: "imports",
    when: "the scenes import another chapter's package",
    edit: (course) => course.append(`${CHAPTER}/demo.ts`, 'import "@netnotes/02-parting/demo";\n'),
    says: `01-greeting/demo.ts:4 imports @netnotes/02-parting/demo, ${OUTSIDE}`,
  },
  {
    rule: "messages",
    when: "the node way says it in other words",
    edit: (course) => course.replace(NODE, "已连接 ${args.host} 的客户端", "客户端已连接"),
    says: '01-greeting/node/server.ts:1 does not say "的客户端", as python/server.py does on line 27',
  },
  {
    rule: "messages",
    when: "only a comment of the literal way says it",
    edit: (course) =>
      course.replace(`${CHAPTER}/literal/greeting.ts`, "b`欢迎!`", "b`欢迎`; // 欢迎!"),
    says: '01-greeting/literal/server.ts:1 does not say "欢迎!", as python/server.py does on line 26',
  },
  {
    rule: "messages",
    when: "a line in English is printed otherwise",
    edit: (course) => course.replace(NODE, "listening on", "Listening at"),
    says: '01-greeting/node/server.ts:1 does not say "listening on", as python/server.py does on line 20',
  },
  {
    rule: "ports",
    when: "the literal way listens elsewhere",
    edit: (course) =>
      course.replace(`${CHAPTER}/literal/server.ts`, "default: 2121", "default: 2122"),
    says: "01-greeting/literal/server.ts:14 takes port 2122 in the literal way, and 2121 in the python way",
  },
  {
    rule: "scenes",
    when: "a scene starts a program that is gone",
    edit: (course) => course.append(`${CHAPTER}/demo.ts`, 'void start("klient");\n'),
    says: "01-greeting/demo.ts:4 starts klient, and chapter 01 has no such program",
  },
  {
    rule: "scenes",
    when: "its cast has one",
    edit: (course) =>
      course.append(`${CHAPTER}/demo.ts`, 'const cast = { cast: { server: "servre" } };\n'),
    says: "01-greeting/demo.ts:4 starts servre, and chapter 01 has no such program",
  },
];

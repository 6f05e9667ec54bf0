/**
 * Outlines of TypeScript files, by oxc's parser: the one that the linter reads them with.
 */
import { isBuiltin } from "node:module";
import { type Node, parseSync, type Program, visitorKeys } from "oxc-parser";
import type { Import, Message, Outline } from "./outline.ts";

/** @param text the file's content */
export function outlineTypeScript(file: string, text: string): Outline {
  const { program, module, errors } = parseSync(file, text);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const imported = (start: number, from: string): Import => ({
    line: lineAt(start),
    from,
    standard: isBuiltin(from),
  });
  const said = (node: { start: number }, text: string): Message => ({
    line: lineAt(node.start),
    text,
  });
  const [error] = errors;
  const texts: Message[] = [];
  const forbidden: Message[] = [];
  if (error === undefined) {
    walk(program, false, (node, inFunction) => {
      for (const text of textOf(node)?.split(INSERTED) ?? []) {
        if (text.trim() !== "") texts.push(said(node, text));
      }
      const name = forbiddenIn(node, inFunction);
      if (name !== undefined) forbidden.push(said(node, name));
    });
  }
  const sent = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)];
  const named = sent.flatMap(({ start, moduleRequest }) =>
    moduleRequest ? [imported(start, moduleRequest.value)] : [],
  );
  const asked = module.dynamicImports.map(({ start, moduleRequest: { start: from, end } }) =>
    imported(start, text.slice(from + 1, end - 1)),
  );
  return {
    imports: [...named, ...asked],
    texts,
    hasMain: program.body.some(isMain),
    endsWithMain: runsMain(program.body.at(-1)),
    forbidden,
    error: error && said(error.labels[0] ?? { start: 0 }, error.message),
  };
}

/** Stands for a value between two pieces of text; no program has it in a string. */
const INSERTED = "\0";

/** The text of a string, a template or a sum of them; undefined for everything else. */
function textOf(node: Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral") {
    return node.quasis.map(({ value }) => value.cooked ?? value.raw).join(INSERTED);
  }
  if (node.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  const sides = [textOf(node.left), textOf(node.right)];
  if (sides.every((side) => side === undefined)) return undefined;
  return sides.map((side) => side ?? INSERTED).join("");
}

/** What can't be in a CommonJS file that workers load too. */
function forbiddenIn(node: Node, inFunction: boolean): string | undefined {
  if (node.type === "MetaProperty" && node.meta.name === "import") return "import.meta";
  if (node.type === "VariableDeclaration" && node.kind.endsWith("using")) return node.kind;
  const waits = node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await);
  return waits && !inFunction ? "a top-level await" : undefined;
}

function isMain(node: Program["body"][number]): boolean {
  if (node.type !== "ExportNamedDeclaration") return false;
  const { declaration } = node;
  return (
    declaration?.type === "FunctionDeclaration" &&
    declaration.id?.name === "main" &&
    !declaration.async &&
    declaration.params.length === 0
  );
}

function runsMain(node: Program["body"][number] | undefined): boolean {
  if (node?.type !== "ExpressionStatement" || node.expression.type !== "CallExpression")
    return false;
  const { callee, arguments: args } = node.expression;
  const [argument] = args;
  return (
    args.length === 1 &&
    callee.type === "Identifier" &&
    callee.name === "run" &&
    argument?.type === "Identifier" &&
    argument.name === "main"
  );
}

function walk(
  node: Node,
  inFunction: boolean,
  visit: (node: Node, inFunction: boolean) => void,
): void {
  visit(node, inFunction);
  const inside = inFunction || /Function|MethodDefinition/.test(node.type);
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = node[key as keyof Node];
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one) walk(one as Node, inside, visit);
    }
  }
}

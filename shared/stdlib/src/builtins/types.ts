/** What Python calls the type of a value. */
export function pythonType(value: unknown): string {
  if (value === null || value === undefined) return "NoneType";
  if (value instanceof Uint8Array) return "bytes";
  if (Array.isArray(value)) return "tuple";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return typeof value === "function" ? "function" : "object";
}

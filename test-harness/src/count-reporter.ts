/**
 * Writes what a run counted into each package that it covered, for the launcher to add up.
 *
 * `test-results.json`, in the project's folder: `{"passed": n, "failed": n, "skipped": n}`. Silence fails: a
 * file that does not load counts as one failed, and so does an error that belongs to no test.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type {
  Reporter,
  SerializedError,
  TestModule,
  TestProject,
  TestSpecification,
} from "vitest/node";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const FILE = "test-results.json";

export default class CountReporter implements Reporter {
  readonly #folder: string | undefined;

  /** @param options a folder for the numbers of a run with one project; the project's `dir` unless told */
  constructor({ folder }: { readonly folder?: string } = {}) {
    this.#folder = folder;
  }

  /** A run that never ends must not leave the last one's numbers. */
  onTestRunStart(specifications: readonly TestSpecification[]): void {
    for (const { project } of specifications) rmSync(this.#fileOf(project), { force: true });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const counts = new Map<TestProject, Counts>();
    for (const module of modules) {
      const count = counts.get(module.project) ?? { passed: 0, failed: 0, skipped: 0 };
      counts.set(module.project, count);
      add(count, module);
    }
    for (const error of errors) {
      const module =
        modules.find(({ moduleId }) => moduleId === error["VITEST_TEST_PATH"]) ?? modules[0];
      const count = module && counts.get(module.project);
      if (count) count.failed += 1;
    }
    for (const [project, count] of counts) {
      writeFileSync(this.#fileOf(project), `${JSON.stringify(count)}\n`);
    }
  }

  #fileOf({ config }: TestProject): string {
    return join(this.#folder ?? config.dir ?? config.root, FILE);
  }
}

function add(count: Counts, module: TestModule): void {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    // What is still pending was interrupted: it has shown nothing.
    count[state === "pending" ? "failed" : state] += 1;
  }
  const broken = [module, ...module.children.allSuites()].filter(
    (part) => part.errors().length > 0,
  );
  count.failed += broken.length;
}

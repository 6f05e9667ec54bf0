/**
 * The stage of the test that runs: made when it is needed, cleared when the test ends.
 */
import { onTestFinished, TestRunner } from "vitest";
import { Stage } from "./stage.ts";

const stages = new WeakMap<object, Stage>();

/**
 * @throws {Error} outside of a test: nothing would end what is started there
 */
export function stageOfTest(): Stage {
  const test = TestRunner.getCurrentTest();
  if (!test)
    throw new Error("start, dial and listen belong inside a test: it ends what they begin");
  if (test.concurrent) {
    throw new Error("a concurrent test can't be told from its neighbours: use `stageOf(context)`");
  }
  let stage = stages.get(test);
  if (!stage) {
    stage = new Stage();
    stages.set(test, stage);
    onTestFinished(() => stage?.clear());
  }
  return stage;
}

/** The stage of one test by its context, which is safe in concurrent tests too. */
export function stageOf(context: { onTestFinished: (clear: () => Promise<void>) => void }): Stage {
  const stage = new Stage();
  context.onTestFinished(() => stage.clear());
  return stage;
}

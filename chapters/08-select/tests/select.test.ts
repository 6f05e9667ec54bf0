import { testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

testChapter("08-select", scenes);

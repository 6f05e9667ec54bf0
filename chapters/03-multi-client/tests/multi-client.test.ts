import { testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

testChapter("03-multi-client", scenes);

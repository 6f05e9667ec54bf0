import { testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

testChapter("04-file-transfer", scenes);

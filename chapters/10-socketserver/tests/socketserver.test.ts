import { testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

testChapter("10-socketserver", scenes);

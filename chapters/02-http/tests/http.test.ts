import { testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

testChapter("02-http", scenes);

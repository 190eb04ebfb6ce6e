import { parentPort } from "node:worker_threads"
import { assert } from "../base/index.ts"
import { reuseTasks } from "./do-reuse-task.ts"
import type { ReuseTask } from "./reuse-task.ts"

assert(parentPort !== null, "the reuse worker runs in a thread")
const doTask = reuseTasks()
parentPort.on("message", (task: ReuseTask) => parentPort?.postMessage(doTask(task)))

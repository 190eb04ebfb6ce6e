import { parentPort } from "node:worker_threads"
import { assert } from "../base/index.ts"
import { doTask, type WorkerTask } from "./worker-task.ts"

assert(parentPort !== null, "the stage worker runs in a thread")
parentPort.on("message", (task: WorkerTask) => parentPort?.postMessage(doTask(task)))

import fc from "fast-check"

/** Laws are tried on the same cases every time, so that a failure is of the change; `SEED=1` and so on tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20310304) })

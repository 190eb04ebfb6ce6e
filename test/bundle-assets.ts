import { join } from "node:path"
import { bundleAssets } from "../tools/bundle-assets.ts"
import { root } from "../tools/source-tree.ts"

/** What the browser loads stands beside the sources too, so that tests run the product unbuilt. */
export async function setup(): Promise<void> {
  await bundleAssets(join(root, "src", "web", "assets"))
}

/** Why a model cannot be used, in one line for the user. */
export interface ModelFailure {
  readonly kind: "no-runtime" | "missing-file" | "bad-file" | "wrong-labels" | "wrong-model"
  readonly message: string
}

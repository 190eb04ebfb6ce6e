import type { DescribedCommand, DescribedOption } from "./describe-program.ts"

export const shells = ["bash", "zsh", "fish"] as const
export type Shell = (typeof shells)[number]

/** A script that lets a shell finish the names of commands and options; other words are names of files. */
export function completionScript(shell: Shell, commands: readonly DescribedCommand[]): string {
  const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }
  return scripts[shell](commands)
}

const longNames = (options: readonly DescribedOption[]): string => options.map(({ long }) => long).join(" ")

function bashScript(commands: readonly DescribedCommand[]): string {
  const cases = commands.map(({ name, options }) => `    ${name}) words="${longNames(options)}" ;;`)
  return `# variorum completion bash > ~/.local/share/bash-completion/completions/variorum
_variorum() {
  local words="" word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=() ;;
  esac
}
complete -o default -F _variorum variorum
`
}

function zshScript(commands: readonly DescribedCommand[]): string {
  const named = commands.map(({ name, summary }) => `    ${quoted(`${zshPlain(name)}:${zshPlain(summary)}`)}`)
  const cases = commands.map(({ name, options }) => {
    const each = options.map(({ long, description, takesValue }) =>
      quoted(`${long}${takesValue ? "=" : ""}[${zshPlain(description)}]${takesValue ? ":value:_files" : ""}`),
    )
    return `    ${name}) _arguments ${[...each, "'*:file:_files'"].join(" \\\n      ")} ;;`
  })
  return `#compdef variorum
# variorum completion zsh > "\${fpath[1]}/_variorum"
_variorum() {
  local -a commands=(
${named.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
_variorum "$@"
`
}

function fishScript(commands: readonly DescribedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c variorum -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
    ...options.map(({ long, description, takesValue }) => {
      const value = takesValue ? " -r" : ""
      return `complete -c variorum -n '__fish_seen_subcommand_from ${name}' -l ${long.replace(/^--/, "")}${value} -d ${fishQuoted(description)}`
    }),
  ])
  return `# variorum completion fish > ~/.config/fish/completions/variorum.fish\n${lines.join("\n")}\n`
}

/** Of a shell's own quotes; a quote within ends them, stands by itself and begins them again. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** In fish a quote within quotes is written with a backslash. */
function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`
}

/** Without the marks that zsh reads within a description. */
function zshPlain(text: string): string {
  return text.replace(/[[\]:\\]/g, "\\$&")
}

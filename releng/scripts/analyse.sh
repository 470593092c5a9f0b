# shellcheck shell=bash
# ./sillage analyse: an analysis of files, without a platform

: "${here:?}"
# shellcheck source=releng/scripts/without-browser.sh
. "$here/releng/scripts/without-browser.sh"

analyse() {
  local arguments=() options=()
  while [ $# -gt 0 ]; do
    if [ "$1" = --extensions ]; then
      need_value "$@"
      [ -d "$2" ] || fail 2 "$(say "il n'y a pas de dossier $2" "there is no folder $2")"
      # what is wrong with an extension is told to who tries one
      options+=("-Dsillage.extensions=$(readlink -f "$2")" -Dsillage.extensions.log=WARN)
      shift
    else
      arguments+=("$1")
    fi
    shift
  done
  without_browser fr.sillage.cli.application "${options[@]}" -- "${arguments[@]}"
}

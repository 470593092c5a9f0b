# shellcheck shell=bash
# ./sillage check: verifies a data folder that no platform runs on

: "${here:?}"
# shellcheck source=releng/scripts/without-browser.sh
. "$here/releng/scripts/without-browser.sh"

check() {
  local data=$here/data secret='' options=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --data) need_value "$@"; data=$2; shift ;;
      --secret-file) need_value "$@"; secret=$2; shift ;;
      *) fail 2 "$(say "option inconnue : $1" "unknown option: $1")" ;;
    esac
    shift
  done
  [ -d "$data" ] || fail 1 "$(say "le dossier des données $data n'existe pas" "there is no data folder $data")"
  data=$(cd "$data" && pwd)
  if [ -n "$secret" ]; then
    [ -r "$secret" ] || fail 1 "$(say "le fichier du secret $secret n'est pas lisible" "the secret file $secret cannot be read")"
    options+=("-Dsillage.check.secretFile=$(readlink -f "$secret")")
  fi
  exec 9> "$data/.lock"
  flock -n 9 || fail 1 "$(say "Sillage tourne sur le dossier $data : arrêtez-le d'abord" "Sillage is running on the folder $data: stop it first")"
  without_browser fr.sillage.cli.check "-Dsillage.check=$data" "${options[@]}" --
}

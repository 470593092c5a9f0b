# shellcheck shell=bash
# ./sillage backup and restore: one silo, or the platform database, to a file under a passphrase, and back; by the running platform where one runs

: "${here:?}"
# shellcheck source=releng/scripts/without-browser.sh
. "$here/releng/scripts/without-browser.sh"

# Sets SILLAGE_PASSPHRASE for the program: from a file, the environment or the keyboard; never from the command line.
read_passphrase() {
  local file=$1 twice=$2 again
  if [ -n "$file" ]; then
    [ -f "$file" ] && [ -r "$file" ] || fail 1 "$(say "le fichier de la phrase secrète $file n'est pas lisible" "the passphrase file $file cannot be read")"
    SILLAGE_PASSPHRASE=$(cat -- "$file")
  elif [ -z "${SILLAGE_PASSPHRASE:-}" ]; then
    [ -t 0 ] || fail 2 "$(say "il manque la phrase secrète : --passphrase-file FICHIER ou la variable SILLAGE_PASSPHRASE" \
      'the passphrase is missing: --passphrase-file FILE or the variable SILLAGE_PASSPHRASE')"
    IFS= read -rs -p "$(say 'Phrase secrète : ' 'Passphrase: ')" SILLAGE_PASSPHRASE
    echo >&2
    if $twice; then
      IFS= read -rs -p "$(say 'Encore une fois : ' 'Once more: ')" again
      echo >&2
      [ "$again" = "$SILLAGE_PASSPHRASE" ] || fail 2 "$(say 'les deux ne sont pas les mêmes' 'the two are not the same')"
    fi
  fi
  [ -n "$SILLAGE_PASSPHRASE" ] || fail 2 "$(say 'la phrase secrète est vide' 'the passphrase is empty')"
  export SILLAGE_PASSPHRASE
}

backup() {
  local community='' platform=false to='' data=$here/data secret='' passphrase=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --platform) platform=true ;;
      --to) need_value "$@"; to=$2; shift ;;
      --passphrase-file) need_value "$@"; passphrase=$2; shift ;;
      --data) need_value "$@"; data=$2; shift ;;
      --secret-file) need_value "$@"; secret=$2; shift ;;
      -*) fail 2 "$(say "option inconnue : $1" "unknown option: $1")" ;;
      *) [ -z "$community" ] || fail 2 "$(say "une communauté à la fois : « $community » ou « $1 » (entre guillemets s'il y a des espaces)" \
        "one community at a time: \"$community\" or \"$1\" (in quotes where there are spaces)")"
        community=$1 ;;
    esac
    shift
  done
  if [ -z "$to" ] || { [ -n "$community" ] && $platform; } || { [ -z "$community" ] && ! $platform; }; then
    fail 2 "$(say 'usage : ./sillage backup COMMUNAUTÉ --to FICHIER, ou ./sillage backup --platform --to FICHIER' \
      'usage: ./sillage backup COMMUNITY --to FILE, or ./sillage backup --platform --to FILE')"
  fi
  [ -d "$data" ] || fail 1 "$(say "le dossier des données $data n'existe pas" "there is no data folder $data")"
  [ ! -e "$to" ] || fail 1 "$(say "le fichier $to existe déjà" "the file $to exists already")"
  [ -d "$(dirname -- "$to")" ] || fail 1 "$(say "il n'y a pas de dossier $(dirname -- "$to")" "there is no folder $(dirname -- "$to")")"
  to=$(cd "$(dirname -- "$to")" && pwd)/$(basename -- "$to")
  read_passphrase "$passphrase" true
  hand_over "$data" "$secret" "-Dsillage.backup.file=$to" "-Dsillage.backup.platform=$platform" \
    ${community:+"-Dsillage.backup.community=$community"}
}

restore() {
  local file='' name='' replace=false data=$here/data secret='' passphrase=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --as) need_value "$@"; name=$2; shift ;;
      --replace) replace=true ;;
      --passphrase-file) need_value "$@"; passphrase=$2; shift ;;
      --data) need_value "$@"; data=$2; shift ;;
      --secret-file) need_value "$@"; secret=$2; shift ;;
      -*) fail 2 "$(say "option inconnue : $1" "unknown option: $1")" ;;
      *) [ -z "$file" ] || fail 2 "$(say "un fichier à la fois : $file ou $1" "one file at a time: $file or $1")"
        file=$1 ;;
    esac
    shift
  done
  [ -n "$file" ] || fail 2 "$(say 'usage : ./sillage restore FICHIER' 'usage: ./sillage restore FILE')"
  [ -f "$file" ] && [ -r "$file" ] || fail 1 "$(say "le fichier $file n'est pas lisible" "the file $file cannot be read")"
  read_passphrase "$passphrase" false
  (umask 077; mkdir -p "$data" 2> /dev/null) && [ -w "$data" ] \
    || fail 1 "$(say "le dossier des données $data n'est pas accessible en écriture" "the data folder $data cannot be written")"
  hand_over "$data" "$secret" "-Dsillage.backup.file=$(readlink -f "$file")" "-Dsillage.backup.replace=$replace" \
    ${name:+"-Dsillage.backup.as=$name"}
}

# hand_over DATA SECRET-FILE JVM-OPTION ...
hand_over() {
  local data secret=$2 options=("${@:3}")
  data=$(cd "$1" && pwd)
  options+=("-Dsillage.backup.folder=$data")
  if [ -n "$secret" ]; then
    [ -r "$secret" ] || fail 1 "$(say "le fichier du secret $secret n'est pas lisible" "the secret file $secret cannot be read")"
    options+=("-Dsillage.backup.secretFile=$(readlink -f "$secret")")
  fi
  [ ! -t 2 ] || options+=(-Dsillage.backup.watched=true)
  # in the plain C locale, a timer's for instance, Java would not understand names with accents
  case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    '' | C | POSIX) unset LC_ALL; export LC_CTYPE=C.UTF-8 ;;
  esac
  umask 077
  # the platform that holds the lock does it, or this process holds it
  exec 9> "$data/.lock"
  flock -n 9 || options+=(-Dsillage.backup.running=true)
  without_browser fr.sillage.cli.backup "${options[@]}" --
}

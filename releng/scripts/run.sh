# shellcheck shell=bash
# ./sillage run: one process per data folder, in the foreground; SIGTERM and Ctrl-C stop it in order

: "${here:?}" "${product_dir:?}"

is_port() {
  [[ $1 =~ ^[0-9]{1,5}$ ]] && [ "$((10#$1))" -ge 1 ] && [ "$((10#$1))" -le 65535 ]
}

# Makes the folder where it is missing.
writable() {
  (umask 077; mkdir -p "$1" 2> /dev/null) && [ -w "$1" ]
}

# Whether something listens on the port already.
port_busy() {
  (exec 3<> "/dev/tcp/$1/$2") 2> /dev/null
}

run() {
  local demo=false data='' port=8080 host=127.0.0.1 secret='' options=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --demo) demo=true ;;
      --data) need_value "$@"; data=$2; shift ;;
      --port) need_value "$@"; port=$2; shift ;;
      --host) need_value "$@"; host=$2; shift ;;
      --secret-file) need_value "$@"; secret=$2; shift ;;
      --test-ids) options+=(-Dsillage.testIds=true -Dorg.eclipse.rap.rwt.enableUITests=true) ;;
      *) fail 2 "$(say "option inconnue : $1" "unknown option: $1")" ;;
    esac
    shift
  done
  is_port "$port" || fail 2 "$(say "« $port » n'est pas un port (1 à 65535)" "\"$port\" is not a port (1 to 65535)")"
  if [ -n "$secret" ]; then
    [ -r "$secret" ] || fail 1 "$(say "le fichier du secret $secret n'est pas lisible" "the secret file $secret cannot be read")"
    options+=("-Dsillage.secretFile=$(readlink -f "$secret")")
  fi
  if [ -z "$data" ]; then
    data=$here/data
    ! $demo || data=$here/data-demo
  fi
  find_java
  writable "$data" || fail 1 "$(say "le dossier des données $data n'est pas accessible en écriture" "the data folder $data cannot be written")"
  data=$(cd "$data" && pwd)
  # the lock goes with the process, however it ends
  exec 9> "$data/.lock"
  flock -n 9 || fail 1 "$(say "Sillage tourne déjà sur le dossier $data" "Sillage is running on the folder $data already")"
  # what would stop the start is told before a long build
  ! port_busy "$host" "$port" || fail 1 "$(say "le port $port est occupé : choisissez-en un autre avec --port" "the port $port is busy: choose another one with --port")"
  build_if_needed
  # keys and silos: for the one who runs the platform only
  umask 077
  # caches of the framework only: made anew, so that a rebuilt product is not mixed with an older one
  rm -rf "$data/.platform"
  mkdir -p "$data/.platform/configuration" "$data/.platform/tmp"
  exec "$JAVA_HOME/bin/java" \
    "${options[@]}" \
    -Dosgi.configuration.cascaded=true \
    "-Dosgi.sharedConfiguration.area=file:$product_dir/configuration" \
    "-Dosgi.configuration.area=file:$data/.platform/configuration" \
    "-Dosgi.instance.area=file:$data/.platform/instance" \
    "-Djava.io.tmpdir=$data/.platform/tmp" \
    "-Dlogback.configurationFile=$here/releng/product/logback.xml" \
    "-Djava.util.logging.config.file=$here/releng/product/logging.properties" \
    "-Dsillage.data=$data" "-Dsillage.demo=$demo" "-Dsillage.channel=$data/.platform/channel" \
    "-Dorg.osgi.service.http.port=$port" "-Dorg.eclipse.equinox.http.jetty.http.host=$host" \
    -Djava.awt.headless=true -Declipse.registry.MultiLanguage=true -Declipse.consoleLog=true \
    -jar "$(launcher)"
}

# shellcheck shell=bash
# The product without its browser side (start level 4), in a configuration and on a data folder of its own

: "${here:?}" "${product_dir:?}"

# without_browser APPLICATION [JVM-OPTION ...] -- [ARGUMENT ...]
without_browser() {
  local application=$1 options=() work code=0
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  find_java
  build_if_needed
  work=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  "$JAVA_HOME/bin/java" "${options[@]}" \
    -Dosgi.configuration.cascaded=true \
    "-Dosgi.sharedConfiguration.area=file:$product_dir/configuration" \
    "-Dosgi.configuration.area=file:$work/configuration" \
    "-Dosgi.instance.area=file:$work/instance" \
    "-Djava.io.tmpdir=$work" "-Dsillage.data=$work/data" \
    "-Dlogback.configurationFile=$here/releng/product/logback-quiet.xml" \
    "-Djava.util.logging.config.file=$here/releng/product/logging.properties" \
    -Djava.awt.headless=true -Declipse.registry.MultiLanguage=true \
    -Dosgi.startLevel=4 -Dosgi.noShutdown=false \
    -Declipse.ignoreApp=false "-Declipse.application=$application" \
    -Declipse.exitOnError=false \
    -jar "$(launcher)" "$@" || code=$?
  exit "$code"
}

# shellcheck shell=bash
# ./sillage analyse: the same product without its browser side (start level 4), in a configuration of its own

: "${here:?}" "${product_dir:?}"

analyse() {
  local work code=0
  find_java
  build_if_needed
  work=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  "$JAVA_HOME/bin/java" \
    -Dosgi.configuration.cascaded=true \
    "-Dosgi.sharedConfiguration.area=file:$product_dir/configuration" \
    "-Dosgi.configuration.area=file:$work/configuration" \
    "-Dosgi.instance.area=file:$work/instance" \
    "-Djava.io.tmpdir=$work" "-Dsillage.data=$work/data" \
    "-Dlogback.configurationFile=$here/releng/product/logback-quiet.xml" \
    "-Djava.util.logging.config.file=$here/releng/product/logging.properties" \
    -Djava.awt.headless=true -Declipse.registry.MultiLanguage=true \
    -Dosgi.startLevel=4 -Dosgi.noShutdown=false \
    -Declipse.ignoreApp=false -Declipse.application=fr.sillage.cli.application \
    -Declipse.exitOnError=false \
    -jar "$(launcher)" "$@" || code=$?
  exit "$code"
}

# shellcheck shell=bash
# ./sillage benchmark: on the jars of the built product, in a JVM that starts others

: "${here:?}" "${product_dir:?}"

benchmark() {
  local runner=$here/releng/benchmarks/runner asm
  build_if_needed
  maven -q -f "$runner/pom.xml" process-classes \
    || fail 1 "$(say 'les mesures ne se construisent pas (voir plus haut)' 'the benchmarks do not build (see above)')"
  # before the older copy in another bundle
  asm=$(printf '%s:' "$product_dir"/plugins/org.objectweb.asm*.jar)
  # Derby's jars lie inside its bundle, where only OSGi finds them
  exec "$JAVA_HOME/bin/java" \
    "-Dsillage.checkout=$here" \
    -cp "$runner/target/classes:$runner/target/peers/*:$here/bundles/fr.sillage.derby/lib/*:$asm$product_dir/plugins/*" \
    fr.sillage.benchmark.Main "$here/target/benchmarks" "$@"
}

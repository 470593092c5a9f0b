# shellcheck shell=bash
# ./sillage new: a folder of one's own for an extension, built with plain Maven against the api alone

: "${here:?}" "${product_dir:?}"

new_extension() {
  local kind=${1:-} name=${2:-} folder word class path api version place
  case "$kind" in
    source | anonymizer | analysis) ;;
    *) fail 2 "$(say 'usage : ./sillage new source|anonymizer|analysis NOM' 'usage: ./sillage new source|anonymizer|analysis NAME')" ;;
  esac
  [[ $name =~ ^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)+$ ]] || fail 2 "$(say \
    "« $name » n'est pas un nom : des minuscules et des chiffres, avec des points, comme org.exemple.parcours" \
    "\"$name\" is not a name: lower case letters and digits with dots, as org.example.paths")"
  case "$name" in
    fr.sillage*) fail 2 "$(say 'fr.sillage est réservé à la plateforme' 'fr.sillage is for the platform itself')" ;;
  esac
  folder=$PWD/$name
  [ ! -e "$folder" ] || fail 1 "$(say "le dossier $name existe déjà" "the folder $name exists already")"
  build_if_needed
  word=${name##*.}
  class=${word^}
  cp -r "$here/releng/partner/$kind" "$folder"
  path=${name//./\/}
  for place in main test; do
    mv "$folder/src/$place/java/org/example/sample/internal" "$folder/$place.internal"
    rm -rf "$folder/src/$place/java/org"
    mkdir -p "$folder/src/$place/java/$path"
    mv "$folder/$place.internal" "$folder/src/$place/java/$path/internal"
  done
  mv "$folder/src/main/java/$path/internal/Sample.java" "$folder/src/main/java/$path/internal/$class.java"
  mv "$folder/src/test/java/$path/internal/SampleTest.java" "$folder/src/test/java/$path/internal/${class}Test.java"
  version=0.1.0
  find "$folder" -type f -exec sed -i \
    -e "s/org\.example\.sample/$name/g" -e "s/\bSample\b/$class/g" -e "s/\bSampleTest\b/${class}Test/g" \
    -e "s/alias=\"sample\"/alias=\"$word\"/" -e "s/@sillage\.version@/$version/" {} +
  # the contracts in a repository of the folder's own, so that it can be taken anywhere
  api=$folder/repository/fr/sillage/fr.sillage.api/$version
  mkdir -p "$api"
  cp "$product_dir"/plugins/fr.sillage.api_*.jar "$api/fr.sillage.api-$version.jar"
  cat > "$api/fr.sillage.api-$version.pom" << POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>fr.sillage</groupId>
  <artifactId>fr.sillage.api</artifactId>
  <version>$version</version>
</project>
POM
  say "$name est prêt : cd $name && mvn verify, puis ajoutez target/$name-1.0.0.jar sur la page Extensions (docs/partners.md)" \
    "$name is ready: cd $name && mvn verify, then add target/$name-1.0.0.jar on the page Extensions (docs/partners.md)"
  echo
}

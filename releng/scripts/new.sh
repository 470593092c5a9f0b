# shellcheck shell=bash
# ./sillage new: a folder of one's own for an extension, built with plain Maven against the api alone

: "${here:?}" "${product_dir:?}"

java_words='abstract assert boolean break byte case catch char class const continue default do double else enum extends final
 finally float for goto if implements import instanceof int interface long native new package private protected public return
 short static strictfp super switch synchronized this throw throws transient try void volatile while true false null'
java_words=${java_words//$'\n'/}
java_classes='Boolean Byte Character Class Deprecated Double Error Exception Float Integer Iterable Long Math Number Object
 Override Process Record Runnable Short String System Thread Void'
java_classes=${java_classes//$'\n'/}

new_extension() {
  local kind=${1:-} name=${2:-} option=${3:-} folder word class path version place
  case "$kind $option" in
    'source ' | 'anonymizer ' | 'analysis ' | 'analysis --view') ;;
    *) fail 2 "$(say 'usage : ./sillage new source|anonymizer|analysis NOM [--view]' 'usage: ./sillage new source|anonymizer|analysis NAME [--view]')" ;;
  esac
  [[ $name =~ ^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)+$ ]] || fail 2 "$(say \
    "« $name » n'est pas un nom : des minuscules et des chiffres, avec des points, comme org.exemple.parcours" \
    "\"$name\" is not a name: lower case letters and digits with dots, as org.example.paths")"
  case "$name" in
    fr.sillage*) fail 2 "$(say 'fr.sillage est réservé à la plateforme' 'fr.sillage is for the platform itself')" ;;
  esac
  for word in ${name//./ }; do
    [[ " $java_words " != *" $word "* ]] || fail 2 "$(say \
      "« $word » est un mot réservé de Java : choisissez un autre nom" "\"$word\" is a word of Java's own: choose another name")"
  done
  folder=$PWD/$name
  [ ! -e "$folder" ] || fail 1 "$(say "le dossier $name existe déjà" "the folder $name exists already")"
  build_if_needed
  find_java
  word=${name##*.}
  class=${word^}
  ! taken "$class" "$here/releng/partner/$kind" || class=$class${kind^}
  cp -r "$here/releng/partner/$kind" "$folder"
  if [ -n "$option" ]; then
    find "$folder" -type f -exec sed -i -E -e '/(<!--|#)\/?view(-->)?$/d' {} +
  else
    find "$folder" -type f -exec sed -i -e '/<!--view-->$/,/<!--\/view-->$/d' -e '/^#view$/,/^#\/view$/d' -e '/^ *view="/d' {} +
    find "$folder" -name 'SampleView*.java' -delete
  fi
  path=${name//./\/}
  for place in main test; do
    mv "$folder/src/$place/java/org/example/sample/internal" "$folder/$place.internal"
    rm -rf "$folder/src/$place/java/org"
    mkdir -p "$folder/src/$place/java/$path"
    mv "$folder/$place.internal" "$folder/src/$place/java/$path/internal"
  done
  find "$folder/src" -name 'Sample*.java' | while read -r place; do
    mv "$place" "${place%/*}/$class${place##*/Sample}"
  done
  # of this build: under one number for all Maven would keep the contracts that it saw first
  version=$(basename "$product_dir/plugins"/fr.sillage.api_*.jar .jar)
  version=${version#*_}
  find "$folder" -type f -exec sed -i \
    -e "s/org\.example\.sample/$name/g" -e "s/\bSample\(\|Test\|View\|ViewTest\)\b/$class\1/g" \
    -e "s/alias=\"sample\"/alias=\"$word\"/" -e "s/@sillage\.version@/$version/" {} +
  # the contracts in a repository of the folder's own, so that it can be taken anywhere
  in_repository "$folder" fr.sillage.api "$version"
  [ -z "$option" ] || in_repository "$folder" fr.sillage.chart "$version"
  say "$name est prêt : cd $name && mvn verify, puis ajoutez target/$name-1.0.0.jar sur la page Extensions (docs/partners.md)" \
    "$name is ready: cd $name && mvn verify, then add target/$name-1.0.0.jar on the page Extensions (docs/partners.md)"
  echo
}

# Whether the code of a template means another class by a name, as it would for org.example.table.
taken() {
  [[ " $java_classes " == *" $1 "* ]] || [ -n "$(find "$2/src" -name "$1.java")" ] || grep -rqE "import [a-zA-Z.]+\.$1(View)?;" "$2/src"
}

# Puts a bundle of the product into a folder's Maven repository.
in_repository() {
  local place=$1/repository/fr/sillage/$2/$3
  mkdir -p "$place"
  cp "$product_dir/plugins/$2"_*.jar "$place/$2-$3.jar"
  # with its docstrings, where every editor looks for them
  "$JAVA_HOME/bin/jar" --create --no-manifest --file "$place/$2-$3-sources.jar" -C "$here/bundles/$2/src" .
  cat > "$place/$2-$3.pom" << POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>fr.sillage</groupId>
  <artifactId>$2</artifactId>
  <version>$3</version>
</project>
POM
}

package fr.sillage.store.backup.internal;

import fr.sillage.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a backup of a silo says of itself.
 *
 * @param made when, by ISO 8601
 * @param community id
 * @param name of the community
 * @param threshold of the community
 * @param extensions that the community decided about, by symbolic name
 * @param schema number of the silo's format
 * @param files of the database
 */
record SiloManifest(
        String made,
        String community,
        String name,
        int threshold,
        Map<String, Boolean> extensions,
        int schema,
        PassphraseKey key,
        List<Manifest.Part> files)
        implements Manifest {
    SiloManifest {
        Objects.requireNonNull(made);
        Objects.requireNonNull(community);
        Objects.requireNonNull(name);
        Objects.requireNonNull(key);
        extensions = Map.copyOf(extensions);
        files = List.copyOf(files);
    }

    @Override
    public Manifest with(List<Part> parts) {
        return new SiloManifest(made, community, name, threshold, extensions, schema, key, parts);
    }

    @Override
    public String text() {
        return Json.write(this);
    }

    @Override
    public int number() {
        return BackupFormat.SILO;
    }
}

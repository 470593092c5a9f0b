package fr.sillage.store.backup.internal;

import fr.sillage.core.json.Json;
import java.util.List;
import java.util.Objects;

/** What a backup of the platform database says of itself. */
record PlatformManifest(String made, int schema, PassphraseKey key, List<Manifest.Part> files) implements Manifest {
    PlatformManifest {
        Objects.requireNonNull(made);
        Objects.requireNonNull(key);
        files = List.copyOf(files);
    }

    @Override
    public Manifest with(List<Part> parts) {
        return new PlatformManifest(made, schema, key, parts);
    }

    @Override
    public String text() {
        return Json.write(this);
    }

    @Override
    public int number() {
        return BackupFormat.PLATFORM;
    }
}

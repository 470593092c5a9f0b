package fr.sillage.store.backup.internal;

import fr.sillage.core.backup.BackupException;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.silo.internal.SiloFormat;
import java.nio.file.Path;

/**
 * The files themselves, of a silo that nobody opens.
 *
 * @param silos folder of the silos
 */
record ClosedSilo(Path silos) implements RestingSilo {
    @Override
    public <R> R with(CommunityId community, KeyRing keys, Work<R> work) throws BackupException {
        Path folder = silos.resolve(community.value().toString());
        int schema = EncryptedDatabase.settle(folder, SiloFormat.name(community), keys);
        return work.with(folder.resolve(EncryptedDatabase.DATABASE), schema);
    }
}

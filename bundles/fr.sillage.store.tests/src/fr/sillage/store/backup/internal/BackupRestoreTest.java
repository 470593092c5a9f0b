package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.RestoredSilo;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.OldDatabase;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.silo.internal.TestImport;
import fr.sillage.store.silo.internal.TextScan;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a platform has after a silo was restored. */
class BackupRestoreTest extends BackupFixture {
    @Test
    void anotherPlatformGetsTheSiloItsRuleAndItsPseudonyms() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();

        RestoredSilo restored = elsewhere.restore(file);

        assertEquals(new RestoredSilo(LYON.name(), stored.rows(), Optional.empty()), restored);
        assertEquals(List.of(LYON), elsewhere.communities());
        assertTrue(sameContent(here, LYON.id(), elsewhere, LYON.id()));
        assertEquals(List.of(), elsewhere.problems());
        assertEquals(List.of(), here.problems());
        assertEquals(List.of(), TextScan.filesWith(TestImport.identifiers(), folder));
    }

    @Test
    void anEmptyFolderBecomesThatOfANewPlatform() throws Exception {
        backUp();
        Path empty = folder.resolve("new");

        new StoppedBackups(empty, Optional.empty())
                .restore(
                        new Restoration(file, Optional.of("Lyon, suite"), false), Platform.PASSPHRASE, JobControl.NONE);

        Platform made = new Platform(empty, MasterSecret.existing(Optional.empty(), Optional.empty(), empty));
        assertEquals(List.of(new Community(LYON.id(), "Lyon, suite", 7)), made.communities());
        assertEquals(List.of(), made.problems());
    }

    @Test
    void aSiloOfAnEarlierFormatStaysWhatItIsAndIsMigratedWhereItIsRestored() throws Exception {
        Community old = new Community(CommunityId.random(), "Ancienne", 5);
        here.database(store -> {
            store.addCommunity(old);
            return old;
        });
        try (InputStream statements = TestImport.class.getResourceAsStream("silo-format-1.sql")) {
            OldDatabase.make(here.silo(old.id()), "silo " + old.id().value(), here.secret(), statements);
        }
        here.stopped().backup(old.name(), file, Platform.PASSPHRASE, JobControl.NONE);
        Platform elsewhere = elsewhere();

        assertEquals(5, elsewhere.restore(file).rows());

        assertEquals(
                1,
                EncryptedDatabase.settle(
                        here.silo(old.id()),
                        "silo " + old.id().value(),
                        EncryptedDatabase.keys(
                                here.silo(old.id()), "silo " + old.id().value(), here.secret())));
        assertEquals(
                List.of("stages l’an 1"),
                in(
                        elsewhere,
                        old.id(),
                        silo -> silo.dataSets().stream().map(DataSet::name).toList()));
    }

    @Test
    void whatAKilledRestorationLeftIsDeletedByTheNext() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();
        elsewhere.restore(file);
        Community other = new Community(CommunityId.random(), "Lille", 5);
        elsewhere.found(other);
        // killed while it was made; after it got its place; after its community was added
        Path making = Files.createDirectories(
                elsewhere.silos().resolve(CommunityId.random().value() + ".restoring"));
        Files.write(making.resolve("keys"), NUMEN);
        Path placed = Files.createDirectories(elsewhere.silo(CommunityId.random()));
        UnfinishedRestores.mark(placed);
        UnfinishedRestores.mark(elsewhere.silo(LYON.id()));

        assertEquals(Reason.SILO_EXISTS, refused(() -> elsewhere.restore(file)));

        assertFalse(Files.exists(making));
        assertFalse(Files.exists(placed));
        assertFalse(Files.exists(elsewhere.silo(LYON.id()).resolve("restored")));
        assertTrue(sameContent(here, LYON.id(), elsewhere, LYON.id()));
        assertEquals(List.of(), elsewhere.problems());
    }
}

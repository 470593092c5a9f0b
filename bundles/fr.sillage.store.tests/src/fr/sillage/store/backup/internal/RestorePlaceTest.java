package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.Restored;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Silo;
import fr.sillage.store.silo.internal.TestImport;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a silo goes that is restored beside others. */
class RestorePlaceTest extends BackupFixture {
    @Test
    void aSiloThatIsThereStaysUnlessItIsPutAside() throws Exception {
        backUp();
        DataSet later = in(here, LYON.id(), silo -> TestImport.storeTable(silo, "later"));

        assertEquals(Reason.SILO_EXISTS, refused(() -> here.restore(file)));
        assertEquals(List.of(later, stored), in(here, LYON.id(), Silo::dataSets));

        Restored restored = here.stopped()
                .restore(new Restoration(file, Optional.empty(), true), Platform.PASSPHRASE, JobControl.NONE);

        assertEquals(List.of(stored), in(here, LYON.id(), Silo::dataSets));
        assertTrue(Files.exists(restored.replaced().orElseThrow().resolve("keys")));
        assertEquals(List.of(), here.problems());
    }

    @Test
    void theSameSiloTwiceOnOnePlatformHasTwoNames() throws Exception {
        backUp();

        assertEquals(Reason.NAME_REFUSED, refused(() -> here.restore(file, "\u202e")));
        here.restore(file, "Lyon, copie");
        CommunityId copy = here.community("Lyon, copie").id();

        assertNotEquals(LYON.id(), copy);
        assertTrue(sameContent(here, LYON.id(), here, copy));
        assertEquals(Reason.NAME_TAKEN, refused(() -> here.restore(file, "Lyon, copie")));
        in(here, copy, silo -> TestImport.storeTable(silo, "only in the copy"));
        assertEquals(List.of(stored), in(here, LYON.id(), Silo::dataSets));
        assertEquals(List.of(), here.problems());
    }

    @Test
    void aNameThatIsTakenElsewhereIsAskedFor() throws Exception {
        Platform elsewhere = elsewhere();
        Community other = new Community(CommunityId.random(), LYON.name(), 5);
        elsewhere.found(other);
        backUp();

        assertEquals(Reason.NAME_TAKEN, refused(() -> elsewhere.restore(file)));
        assertEquals(List.of(other), elsewhere.communities());
        assertEquals(List.of(other.id().value().toString()), names(elsewhere.silos()));
    }
}

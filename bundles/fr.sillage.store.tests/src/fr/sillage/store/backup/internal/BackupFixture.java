package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Silo;
import fr.sillage.store.silo.internal.TestContext;
import fr.sillage.store.silo.internal.TestImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A platform with a community that has a data set, and a place for its backup. */
abstract class BackupFixture {
    static final Community LYON = new Community(CommunityId.random(), "Académie de Lyon", 7);
    static final byte[] NUMEN = "numen".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    Platform here;
    Path file;
    DataSet stored;

    @BeforeEach
    void make() throws IOException {
        here = Platform.in(folder.resolve("here"), "the secret of the platform here, long enough");
        here.found(LYON);
        file = folder.resolve("lyon.zip");
        stored = here.silos(store -> TestImport.storeTable(store.open(TestContext.of(LYON.id())), "stages"));
    }

    Platform elsewhere() throws IOException {
        return Platform.in(folder.resolve("elsewhere"), "the secret of another platform, long enough");
    }

    void backUp() throws BackupException {
        here.stopped().backup(LYON.name(), file, Platform.PASSPHRASE, JobControl.NONE);
    }

    static Reason refused(Executable work) {
        return assertThrows(BackupException.class, work).reason();
    }

    static <R> R in(Platform platform, CommunityId community, Function<Silo, R> work) {
        return platform.silos(store -> work.apply(store.open(TestContext.of(community))));
    }

    static boolean sameContent(Platform one, CommunityId first, Platform other, CommunityId second) {
        return in(one, first, BackupFixture::content).equals(in(other, second, BackupFixture::content));
    }

    private static List<Object> content(Silo silo) {
        return List.of(
                silo.dataSets(),
                silo.imports(),
                silo.rejects(silo.imports().getFirst().id()),
                silo.dataSets().stream()
                        .map(d -> Arrays.hashCode(
                                silo.chunks().read(TestImport.chunk(d, 0)).orElseThrow()))
                        .toList(),
                silo.pseudonymiser("numen").pseudonym("quelqu’un"));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}

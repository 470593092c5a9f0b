package fr.sillage.store.silo.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.store.internal.TestHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

/** A process that imports without end, until it is killed. */
final class KilledImport {
    /** Enough to be written to the disk before any commit. */
    private static final int BIG_CHUNK = 200_000;

    private KilledImport() {}

    /** Arguments: the data folder, the community, the file to make once the import is well under way. */
    public static void main(String[] arguments) throws IOException {
        TestHome home = TestHome.in(Path.of(arguments[0]));
        try (DerbySiloStore store = new DerbySiloStore(home)) {
            CommunityId community = new CommunityId(UUID.fromString(arguments[1]));
            Silo silo = store.open(TestContext.of(community));
            run(silo, Path.of(arguments[2]));
        }
    }

    private static void run(Silo silo, Path sign) throws IOException {
        DataSet dataSet = TestImport.dataSet("killed");
        byte[] big = new byte[BIG_CHUNK];
        new Random(1).nextBytes(big);
        try (SpooledFile file = silo.spool().receive("f.csv", new ByteArrayInputStream(TestImport.file()), 1 << 20);
                SiloTransaction transaction = silo.begin()) {
            try (InputStream in = file.open()) {
                in.readAllBytes();
            }
            TestImport.write(silo, transaction, dataSet, 3);
            for (int number = 3; ; number++) {
                transaction.chunks().write(TestImport.chunk(dataSet, number), big);
                if (number == 60) {
                    Files.createFile(sign);
                }
            }
        }
    }
}

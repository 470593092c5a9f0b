package fr.sillage.store.backup.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The file of a backup: who opens it, and what is refused. */
class BackupFileTest extends BackupFixture {
    @Test
    void aWrongPassphraseOpensNothingAndMakesNothing() throws Exception {
        backUp();
        Path empty = folder.resolve("new");
        Restoration all = new Restoration(file, Optional.empty(), false);

        assertEquals(
                Reason.PASSPHRASE,
                refused(() -> new StoppedBackups(empty, Optional.empty())
                        .restore(all, Passphrase.of("quatre mots écrits à la mai"), JobControl.NONE)));
        assertFalse(Files.exists(empty));
    }

    @Test
    void aPassphraseThatProtectsNothingIsRefused() {
        assertEquals(
                Reason.SHORT_PASSPHRASE,
                refused(() ->
                        here.stopped().backup(LYON.name(), file, Passphrase.of(" onze signes "), JobControl.NONE)));
        assertFalse(Files.exists(file));
    }

    @Test
    void accentsCountHoweverTheKeyboardComposesThem() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();
        String decomposed = "quatre mots e\u0301crits a\u0300 la main\n";

        elsewhere
                .stopped()
                .restore(new Restoration(file, Optional.empty(), false), Passphrase.of(decomposed), JobControl.NONE);

        assertEquals(List.of(LYON), elsewhere.communities());
    }

    @Test
    void whatWasCutOrChangedIsRefusedOrChangesNothing() throws Exception {
        Platform elsewhere = elsewhere();
        backUp();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertEquals(Reason.NO_BACKUP, refused(() -> elsewhere.restore(cut)), "cut after " + length);
        }
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            byte[] changed = whole.clone();
            int place = random.nextInt(whole.length);
            changed[place] ^= (byte) (1 << random.nextInt(8));
            Path other = Files.write(folder.resolve("changed"), changed);
            try {
                elsewhere.restore(other);
            } catch (BackupException e) {
                Reason reason = e.reason();
                assertTrue(
                        List.of(Reason.DAMAGED, Reason.NO_BACKUP, Reason.PASSPHRASE)
                                .contains(reason),
                        () -> "byte " + place + ": " + reason);
                assertEquals(List.of(), elsewhere.communities());
                assertEquals(List.of(), names(elsewhere.silos()));
                continue;
            }
            // a bit of the zip's own, of a time for instance
            assertTrue(sameContent(here, LYON.id(), elsewhere, LYON.id()), () -> "byte " + place);
            return;
        }
    }

    @Test
    void aNewerFormatIsRefusedByItsNumber() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(BackupFormat.FORMAT));
            zip.write('3');
        }
        BackupException refused = assertThrows(BackupException.class, () -> here.restore(file));

        assertEquals(Reason.NEWER, refused.reason());
        assertEquals("3", refused.detail());
    }

    @Test
    void aFileIsNeverOverwrittenAndAStoppedBackupLeavesNone() throws Exception {
        assertThrows(
                JobCancelledException.class,
                () -> here.stopped().backup(LYON.name(), file, Platform.PASSPHRASE, new JobControl() {
                    @Override
                    public void progress(double fraction) {
                        // looks at nothing
                    }

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }));
        assertEquals(List.of("here"), names(folder));

        backUp();
        byte[] before = Files.readAllBytes(file);
        assertEquals(Reason.FILE_EXISTS, refused(this::backUp));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void communitiesAreKnownByTheirNames() {
        assertEquals(
                Reason.NO_COMMUNITY,
                refused(() -> here.stopped().backup("Lyon", file, Platform.PASSPHRASE, JobControl.NONE)));
        assertEquals(
                Reason.NO_FOLDER,
                refused(() -> new StoppedBackups(folder, Optional.empty())
                        .backup(LYON.name(), file, Platform.PASSPHRASE, JobControl.NONE)));
    }
}

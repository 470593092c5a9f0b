package org.example.sample.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.DataSource.Reader;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final String GOOD = "name: Ada\nregion: north\n\nname: Bob\nregion: south\n\nname: Cid\nage: 7\n";

    @Test
    void knowsItsFiles() throws Exception {
        assertTrue(new Sample().detect(file(GOOD)).confidence() > 0);
        assertEquals(0, new Sample().detect(file("a;b\n1;2\n")).confidence());
        assertEquals(0, new Sample().detect(file("")).confidence());
    }

    @Test
    void readsRecordsAndKeepsAsideWhatDoesNotFit() throws Exception {
        try (Reader reader = new Sample().open(file(GOOD), Values.NONE, JobControl.NONE)) {
            assertEquals(List.of("name", "region"), reader.names());
            Batch batch = reader.next().orElseThrow();
            assertArrayEquals(
                    new String[] {"north", "south"},
                    ((Column.Texts) batch.columns().get(1)).values());
            assertArrayEquals(new long[] {1, 4}, batch.lines());
            assertEquals(1, batch.rejects().size());
            assertEquals(7, batch.rejects().getFirst().line());
            assertTrue(reader.next().isEmpty());
        }
    }

    @Test
    void aFileWithoutRecordsIsRefused() {
        assertThrows(SourceException.class, () -> new Sample().open(file("\n\n"), Values.NONE, JobControl.NONE));
    }

    private static SourceInput file(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceInput() {
            @Override
            public String name() {
                return "people.txt";
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}

package fr.sillage.ui.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.core.silo.DataSetId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the analysis page is opened with. */
class PageArgumentTest {
    @Test
    void analysisAndDataSetAreParted() {
        UUID id = UUID.fromString("8c9f2a34-5a0e-4a39-9f1b-1d2c3b4a5e6f");

        assertEquals(Optional.of(new PageArgument("crossing", new DataSetId(id))), PageArgument.of("crossing|" + id));
    }

    @Test
    void anythingElseIsNone() {
        for (String argument :
                List.of("", "|", "crossing", "crossing|", "crossing|7", "|8c9f2a34-5a0e-4a39-9f1b-1d2c3b4a5e6f")) {
            assertEquals(Optional.empty(), PageArgument.of(argument), argument);
        }
    }
}

package fr.sillage.ui.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.sillage.api.Values;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.silo.DataSetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the analysis page is opened with. */
class PageArgumentTest {
    @Test
    void analysisAndDataSetAreParted() {
        UUID id = UUID.fromString("8c9f2a34-5a0e-4a39-9f1b-1d2c3b4a5e6f");

        assertEquals(
                Optional.of(new PageArgument("crossing", new DataSetId(id), Values.NONE)),
                PageArgument.of("crossing|" + id));
    }

    @Test
    void whatWasChosenIsReadAsItWasWritten() {
        Values chosen = new Values(Map.of("rows", "région & académie|=/#", "unit", "persons"));
        PageArgument argument = new PageArgument("crossing", new DataSetId(UUID.randomUUID()), chosen);

        assertEquals(Optional.of(argument), PageArgument.of(argument.text()));
        assertFalse(argument.text().contains("/"), "parts an address");
    }

    @Test
    void aJobLeadsToItsResult() {
        DataSetId id = DataSetId.random();
        Values chosen = new Values(Map.of("rows", "a"));
        AnalysisJob job = new AnalysisJob("fr.sillage.analysis.crossing", Map.of("registrations", id), chosen);

        assertEquals(new PageArgument(job.analysis(), id, chosen), PageArgument.of(AnalysisJob.of(job.spec("x"))));
    }

    @Test
    void anythingElseIsNone() {
        for (String argument :
                List.of("", "|", "crossing", "crossing|", "crossing|7", "|8c9f2a34-5a0e-4a39-9f1b-1d2c3b4a5e6f")) {
            assertEquals(Optional.empty(), PageArgument.of(argument), argument);
        }
    }
}

package fr.sillage.ui.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.sillage.core.jobs.JobId;
import fr.sillage.core.silo.DataSetId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the analysis page is opened with. */
class PageArgumentTest {
    @Test
    void everyArgumentIsReadAsItWasWritten() {
        List<PageArgument> arguments = List.of(
                new PageArgument.Fresh("crossing", DataSetId.random()),
                new PageArgument.OfState("abc23"),
                new PageArgument.OfSaved(UUID.randomUUID()),
                new PageArgument.OfJob(JobId.random()));
        for (PageArgument argument : arguments) {
            assertEquals(Optional.of(argument), PageArgument.of(argument.text()));
            assertFalse(argument.text().contains("/"), "parts an address");
        }
    }

    @Test
    void anythingElseIsNone() {
        for (String argument : List.of(
                "",
                "|",
                "crossing",
                "crossing|",
                "crossing|7",
                "|8c9f2a34-5a0e-4a39-9f1b-1d2c3b4a5e6f",
                "crossing|8c9f2a34-5a0e-4a39-9f1b-1d2c3b4a5e6f|rows=region",
                "state-",
                "state-a b",
                "saved-7",
                "job-")) {
            assertEquals(Optional.empty(), PageArgument.of(argument), argument);
        }
    }
}

package fr.sillage.core.internal.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.export.ExportJob;
import fr.sillage.core.export.Exports;
import fr.sillage.core.fakes.Stricter;
import fr.sillage.core.internal.export.PackageReader.Line;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ExportRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportTest extends ExportFixture {
    private final CommunityContext manager = somebody(Profile.MANAGER);

    @Test
    void aPackageDescribesWhatIsPublished() throws AnalysisException, IOException {
        DataSet data = store("Stages d’été", rows());
        save(analyst, "Par b", asking(data, only("c", "c0", "c1")));

        PackageReader read = export(analyst);

        read.isValid();
        Line described = read.table("datasets.csv").getFirst();
        assertEquals("stages-d-ete", described.get("dataset"));
        assertEquals("Stages d’été", described.get("title"));
        assertEquals("200", described.get("rows"));
        assertEquals("200", described.get("persons"));
        assertEquals("2026-03-01T10:00:00Z", described.get("imported"));
        Line column = read.table("columns.csv").get(1);
        assertEquals("a", column.get("column"));
        assertEquals("quasi_identifier", column.get("privacy"));
        assertEquals("core:category", column.get("roles"));
        assertEquals("20", column.get("step"));
        List<Line> parts = read.table("distributions.csv").stream()
                .filter(line -> line.get("column").equals("a"))
                .toList();
        assertEquals(
                List.of("a0", "a1", "a2"),
                parts.stream().map(line -> line.get("value")).sorted().toList());
        assertTrue(parts.stream().allMatch(line -> Long.parseLong(line.get("rows")) % 20 == 0), parts.toString());
        Line result = read.table("results.csv").getFirst();
        assertEquals("stages-d-ete", result.get("dataset"));
        assertEquals("export.question[Croisement, a × b]", result.get("question"));
        assertEquals("export.filter[c, c0, c1]", result.get("selection"));
        assertEquals("", result.get("left_out"));
        JsonNode json = read.json("results/par-b/result.json");
        assertEquals("c1", json.get("filters").get(0).get("values").get(1).asText());
        assertEquals(
                read.table("results/par-b/counts.csv").size(),
                json.get("tables").get(0).get("rows").size());
        assertEquals(
                "by somebody",
                read.json("datapackage.json").get("sources").get(0).get("title").asText());
    }

    @Test
    void whatIsHiddenIsEmptyAndNamed() throws AnalysisException, IOException {
        save(analyst, "Tout", asking(store("data", rows()), Selection.ALL));

        List<Line> cells = export(analyst).table("results/tout/counts.csv");

        Line rare = cells.stream()
                .filter(line ->
                        line.get("row").equals("a0") && line.get("column").equals("b9"))
                .findFirst()
                .orElseThrow();
        assertEquals("", rare.get("rows"));
        assertEquals("rows", rare.get("withheld"));
        assertTrue(cells.stream()
                .allMatch(line ->
                        line.get("rows").isEmpty() == line.get("withheld").equals("rows")));
        // a hidden cell is never alone in its line
        assertTrue(cells.stream()
                        .filter(line -> line.get("row").equals("a0"))
                        .filter(line -> line.get("rows").isEmpty())
                        .count()
                > 1);
    }

    @Test
    void noRowAndNoPersonIsInIt() throws AnalysisException, IOException {
        save(analyst, "Tout", asking(store("data", rows()), Selection.ALL));

        PackageReader read = export(analyst);

        read.files().keySet().forEach(path -> assertFalse(read.text(path).contains("personkey"), path));
        read.files().keySet().forEach(path -> assertFalse(read.text(path).contains("Autre"), path));
    }

    @Test
    void hostileNamesAreOnlyText() throws AnalysisException, IOException {
        List<String> names =
                List.of("../../etc/passwd", "CON", "con", "=1+1", "é/\\:*?\"<>|", "🦊", "   .", "datasets");
        String formula = "=HYPERLINK(\"x\")";
        List<Row> rows = rows().stream()
                .map(row -> new Row(
                        row.person(), row.a().equals("a0") ? formula : "'=" + row.a() + ",\r\n", row.b(), row.c()))
                .toList();
        for (String name : names) {
            save(analyst, name + names.indexOf(name), asking(store(name, rows), Selection.ALL));
        }

        PackageReader read = export(analyst);

        read.isValid();
        assertEquals(
                Set.copyOf(names),
                Set.copyOf(read.table("datasets.csv").stream()
                        .map(line -> line.get("title"))
                        .toList()));
        assertTrue(read.text("distributions.csv").contains("\"'=HYPERLINK"));
        assertTrue(read.table("distributions.csv").stream()
                .anyMatch(line -> line.get("value").equals(formula)));
        assertTrue(read.table("distributions.csv").stream()
                .anyMatch(line -> line.get("value").equals("'=a1,\r\n")));
        for (Line result : read.table("results.csv")) {
            assertTrue(read.table("results/" + result.get("result") + "/counts.csv").stream()
                    .anyMatch(line -> line.get("row").equals("'=a2,\r\n")));
        }
    }

    @Test
    void withNothingToExportThePackageIsValidToo() throws AnalysisException, IOException {
        PackageReader read = export(analyst);

        read.isValid();
        assertEquals(List.of(), read.table("results.csv"));
    }

    @Test
    void oneDataSetComesWithItsOwnResults() throws AnalysisException, IOException {
        DataSet one = store("one", rows());
        DataSet other = store("other", rows());
        save(analyst, "of one", asking(one, Selection.ALL));
        save(analyst, "of other", asking(other, Selection.ALL));

        PackageReader read = export(analyst, other);

        assertEquals("other", read.table("datasets.csv").getFirst().get("dataset"));
        assertEquals("of other", read.table("results.csv").getFirst().get("title"));
        ExportRecord record = open().exports().getFirst();
        assertEquals(1, record.dataSets());
        assertEquals(1, record.results());
    }

    @Test
    void everyExportIsNotedForWhoReadsTheAudit() throws AnalysisException, IOException {
        store("data", rows());
        PackageReader read = export(analyst);
        Exports exports = new SpooledExports(silos, jobs);

        ExportRecord record = exports.made(manager).getFirst();

        assertEquals(analyst.account().id(), record.by());
        assertEquals(NOW, record.exported());
        assertEquals(
                record.id().toString(), read.json("datapackage.json").get("id").asText());
        assertEquals(1, exports.made(somebody(Profile.OFFICER)).size());
        assertThrows(AccessDeniedException.class, () -> exports.made(analyst));
    }

    @Test
    void whoMayNotExportDoesNot() {
        assertThrows(AccessDeniedException.class, () -> export(somebody(Profile.READER)));
        assertThrows(AccessDeniedException.class, () -> export(somebody(Profile.OFFICER)));
        assertEquals(List.of(), open().exports());
        assertEquals(0, spool().files());
    }

    @Test
    void theFileIsForWhoMadeIt() throws AnalysisException, IOException {
        JobKind.Outcome made = run(analyst, JobControl.NONE);
        JobInfo job = JobInfo.waiting(
                        JobId.random(),
                        analyst.community().id(),
                        analyst.account().id(),
                        new ExportJob(Locale.FRENCH, Optional.empty()).spec(""),
                        NOW)
                .ended(Phase.DONE, NOW, Optional.empty(), made.kept().get());
        jobs.only = Optional.of(job);
        Exports exports = new SpooledExports(silos, jobs);

        String name = exports.find(analyst, job.id()).orElseThrow().name();
        assertEquals("sillage-communaute-2026-03-01.zip", name);
        assertTrue(jobs.find(manager, job.id()).isPresent());
        assertEquals(Optional.empty(), exports.find(manager, job.id()).map(file -> file.name()));
        assertThrows(AccessDeniedException.class, () -> exports.find(somebody(Profile.READER), job.id()));
        AnalysisException refused =
                assertThrows(AnalysisException.class, () -> exports.find(new Stricter(analyst), job.id()));
        assertEquals("export.threshold", refused.reason().key().key());

        exporting.forget(analyst, job);
        assertTrue(exports.find(analyst, job.id()).isEmpty());
        assertEquals(0, spool().files());
    }

    @Test
    void whoCancelsLeavesNothing() throws AnalysisException {
        DataSet data = store("data", rows());
        save(analyst, "Tout", asking(data, Selection.ALL));
        for (int moment = 0; moment < 4; moment++) {
            CancelledAfter job = new CancelledAfter(moment);
            assertThrows(JobCancelledException.class, () -> run(analyst, job));
        }
        assertEquals(0, spool().files());
        assertEquals(List.of(), open().exports());
    }

    private static final class CancelledAfter implements JobControl {
        private int left;
        private double before;

        CancelledAfter(int steps) {
            left = steps;
        }

        @Override
        public void progress(double fraction) {
            assertTrue(fraction > before && fraction <= 1, before + " then " + fraction);
            before = fraction;
            left--;
        }

        @Override
        public boolean cancelled() {
            return left < 0;
        }
    }

    @Test
    void everyTextIsThereInBothLanguages() throws AnalysisException, IOException {
        save(analyst, "Tout", asking(store("data", rows()), only("c", "c0")));
        export(analyst);
        List<String> asked = texts.asked().stream()
                .filter(key -> key.contribution().equals("fr.sillage.core"))
                .map(MessageKey::key)
                .filter(key -> key.startsWith("export."))
                .toList();

        assertTrue(asked.size() > 60, asked.toString());
        for (String language : List.of("fr", "en")) {
            Properties there = new Properties();
            for (URL file : Collections.list(
                    Community.class.getClassLoader().getResources("texts/messages_" + language + ".properties"))) {
                try (InputStream in = file.openStream()) {
                    there.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            }
            asked.forEach(key -> assertTrue(there.containsKey(key), key));
        }
    }
}

package fr.sillage.source.csv.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.delimited.Head;
import java.io.IOException;

/** Reads delimited text: CSV, TSV and their like, whatever tool wrote them. */
public final class CsvSource implements DataSource {
    private final CsvDetector detector = new CsvDetector();

    @Override
    public Detection detect(SourceInput head) throws IOException {
        return detector.detect(Head.of(head));
    }

    @Override
    public Detection detect(SourceInput head, Values chosen) throws IOException {
        return detector.detect(Head.of(head), chosen);
    }

    /** Settings that are not given are detected. */
    @Override
    public Reader open(SourceInput in, Values settings, JobControl job) throws SourceException, IOException {
        CsvSettings start = CsvSettings.areIn(settings) ? CsvSettings.PLAIN : detector.settings(Head.of(in));
        return CsvReader.open(in, CsvSettings.of(settings, start), job);
    }
}

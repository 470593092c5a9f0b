package fr.sillage.source.moodle.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.delimited.Head;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;

/** Reads the activity log of Moodle, and so of M@gistère, as its log report exports it. */
public final class MoodleSource implements DataSource {
    private final Titles titles = new Titles();
    private final MoodleDetector detector;
    private final Clock clock;

    public MoodleSource() {
        this(Clock.systemDefaultZone());
    }

    MoodleSource(Clock clock) {
        this.clock = clock;
        this.detector = new MoodleDetector(titles, clock);
    }

    @Override
    public Detection detect(SourceInput head) throws IOException {
        return detect(head, Values.NONE);
    }

    @Override
    public Detection detect(SourceInput head, Values chosen) throws IOException {
        return detector.detect(head.name(), Head.of(head), chosen);
    }

    /** Settings that are not given are detected. Reads the file twice: see {@link Survey}. */
    @Override
    public Reader open(SourceInput in, Values settings, JobControl job) throws SourceException, IOException {
        MoodleSettings detected = detector.settings(Head.of(in));
        return MoodleReader.open(
                in, MoodleSettings.of(settings, detected), titles, new Exported.On(LocalDate.now(clock)), job);
    }
}

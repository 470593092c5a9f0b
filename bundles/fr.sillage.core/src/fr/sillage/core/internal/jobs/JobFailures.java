package fr.sillage.core.internal.jobs;

import fr.sillage.api.Message;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.silo.NoSpaceException;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.ReadingEndedException;

/** Why a job failed, told to a person. */
final class JobFailures {
    private static final String CORE = "fr.sillage.core";

    private JobFailures() {}

    static JobFailure of(Throwable cause) {
        return switch (cause) {
            case ImportException e -> new JobFailure(e.reason(), e.line().orElse(0));
            case AnalysisException e -> new JobFailure(e.reason(), 0);
            case TooManyRejectsException e -> told("job.rejects", e.rejects().size(), e.read());
            case ExtensionException e -> new JobFailure(e.reason(), 0);
            case OutOfMemoryError e -> told("job.memory");
            case AccessDeniedException e -> told("job.denied");
            default -> told(key(cause));
        };
    }

    private static String key(Throwable cause) {
        if (NoSpaceException.isBehind(cause)) {
            return "job.full";
        }
        if (ReadingEndedException.isBehind(cause)) {
            return "job.reading.ended";
        }
        return NotWritableException.isBehind(cause) ? "job.unwritable" : "job.failed";
    }

    private static JobFailure told(String key, Object... arguments) {
        return new JobFailure(Message.of(CORE, key, arguments), 0);
    }
}

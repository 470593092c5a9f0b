package fr.sillage.ui.internal.jobs;

import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import fr.sillage.core.export.ExportJob;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.jobs.CompactionJob;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.page.PageContext;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Jobs in the reader's words. */
final class JobWording {
    private final PageContext page;
    private final Messages messages;
    private final Locale locale;

    JobWording(PageContext page) {
        this.page = page;
        this.messages = Messages.of(JobWording.class, page.locale());
        this.locale = page.locale();
    }

    String own(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /** What it does: an import, an export, or an analysis by its name. */
    String kind(JobInfo job) {
        return switch (job.spec().kind()) {
            case ImportJob.KIND -> own("kind.import");
            case AnalysisJob.KIND -> analysis(job);
            case ExportJob.KIND -> own("kind.export");
            case CompactionJob.KIND -> own("kind.compaction");
            default -> job.spec().kind();
        };
    }

    private String analysis(JobInfo job) {
        String id = AnalysisJob.of(job.spec()).analysis();
        return page.service(Extensions.class)
                .analysis(id)
                .map(AnalysisDescriptor.class::cast)
                .map(analysis -> analysis.name(locale))
                .orElse(id);
    }

    String title(JobInfo job) {
        return job.spec().subject().isEmpty()
                ? kind(job)
                : own("title", kind(job), job.spec().subject());
    }

    String phase(Phase phase) {
        return own("phase." + phase);
    }

    /** How far it is, with what is left to wait where that can be told. */
    String progress(JobInfo job, Instant now) {
        JobState state = job.state();
        if (state.phase() != Phase.RUNNING || state.fraction() < 0) {
            return phase(state.phase());
        }
        String far = own("progress", percent(state.fraction()));
        return job.remaining(now)
                .map(left -> own("progress.left", far, duration(left)))
                .orElse(far);
    }

    /** How far it is, or how it ended and why. */
    String state(JobInfo job, Instant now) {
        return switch (job.state().phase()) {
            case WAITING, RUNNING -> progress(job, now);
            case INTERRUPTED -> own("interrupted");
            case FAILED -> job.failure().map(this::failure).orElseGet(() -> phase(Phase.FAILED));
            case DONE, CANCELLED -> phase(job.state().phase());
        };
    }

    String percent(double fraction) {
        return NumberFormat.getPercentInstance(locale).format(fraction);
    }

    /** About how long, as one says it. */
    String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return own("duration.seconds", Math.max(1, seconds));
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60 ? own("duration.minutes", minutes) : own("duration.hours", minutes / 60, minutes % 60);
    }

    String time(Instant instant) {
        return Formats.time(instant, locale);
    }

    String failure(JobFailure failure) {
        String sentence = page.service(Texts.class).text(failure.reason(), locale);
        return failure.line() == 0 || failure.reason().arguments().contains(failure.line())
                ? sentence
                : own("failure.line", Formats.number(failure.line(), locale), sentence);
    }

    String account(UserId user) {
        return page.service(PlatformStore.class)
                .account(user)
                .map(Account::name)
                .orElse("");
    }

    /** @param kind of the theme's tags */
    static String colour(Phase phase) {
        return switch (phase) {
            case DONE -> "ok";
            case FAILED -> "danger";
            case INTERRUPTED -> "warning";
            case CANCELLED, WAITING, RUNNING -> "neutral";
        };
    }
}

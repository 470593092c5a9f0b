package fr.sillage.ui.internal.exports;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.export.Exports;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.export.Download;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.page.PageContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;

/** The file of an export, for the person's disk. */
public final class ExportedFile {
    private final PageContext page;
    private final CommunityContext community;
    private final JobId job;

    public ExportedFile(PageContext page, CommunityContext community, JobId job) {
        this.page = page;
        this.community = community;
        this.job = job;
    }

    /** Why it cannot be had, in a sentence; empty where it can. */
    public Optional<String> obstacle() {
        try {
            return find().isPresent()
                    ? Optional.empty()
                    : Optional.of(Messages.of(ExportedFile.class, page.locale()).get("gone"));
        } catch (AnalysisException e) {
            return Optional.of(page.service(Texts.class).text(e.reason(), page.locale()));
        }
    }

    /**
     * Makes the browser save it.
     *
     * @param parent gets an invisible child
     * @return false where it is gone by now
     */
    public boolean offer(Composite parent) {
        try {
            Optional<SpooledFile> file = find();
            file.ifPresent(there -> Download.offer(parent, there.name(), "application/zip", new Spooled(there)));
            return file.isPresent();
        } catch (AnalysisException e) {
            return false;
        }
    }

    private Optional<SpooledFile> find() throws AnalysisException {
        return page.service(Exports.class).find(community, job);
    }

    private record Spooled(SpooledFile file) implements Download.Content {
        @Override
        public long length() {
            return file.size().orElseThrow();
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }
    }
}

package fr.sillage.ui.internal.imports;

import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.rap.fileupload.FileUploadEvent;
import org.eclipse.rap.fileupload.FileUploadHandler;
import org.eclipse.rap.fileupload.FileUploadListener;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.widgets.FileUpload;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a file is chosen and sent. */
final class UploadStep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadStep.class);

    private final PageContext page;
    private final Wording wording;
    private final Consumer<SpooledFile> received;
    private final SpoolReceiver receiver;
    private final FileUploadHandler handler;
    private Runnable sleep = () -> {};
    private Composite area;
    private FileUpload choose;
    private ProgressLine progress;

    UploadStep(PageContext page, Wording wording, Spool spool, Consumer<SpooledFile> received) {
        this.page = page;
        this.wording = wording;
        this.received = received;
        receiver = new SpoolReceiver(spool);
        handler = new FileUploadHandler(receiver);
        handler.setMaxFileSize(SpoolReceiver.MAXIMUM);
        handler.addUploadListener(new Progress());
    }

    /** @param problem what went wrong with the file before */
    void show(Composite parent, Optional<String> problem) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        area.addListener(SWT.Dispose, event -> close());
        Assistant.head(area, wording.own("upload.title"), Steps.FILE, wording);
        problem.ifPresent(sentence -> Assistant.notice(area, "danger", sentence));
        Composite card = Kit.empty(area, wording.own("upload.choose.title"), wording.own("upload.choose.text"));
        choose = new FileUpload(card, SWT.NONE);
        choose.setText(wording.own("upload.choose"));
        choose.setData(RWT.CUSTOM_VARIANT, "primary");
        TestIds.set(choose, "upload");
        GridData size = new GridData();
        size.heightHint = Kit.CONTROL_HEIGHT;
        choose.setLayoutData(size);
        choose.addListener(SWT.Selection, event -> send());
        progress = new ProgressLine(card, wording, Optional.empty());
    }

    private void send() {
        String name = choose.getFileName();
        if (name != null && !name.isEmpty()) {
            sleep = page.awake();
            choose.setEnabled(false);
            progress.show(wording.own("upload.running", name), 0);
            choose.submit(handler.getUploadUrl());
        }
    }

    private void finished() {
        sleep.run();
        Optional<SpooledFile> file = receiver.take();
        if (area.isDisposed()) {
            file.ifPresent(SpooledFile::close);
        } else {
            file.ifPresentOrElse(received, this::failed);
        }
    }

    private void failed() {
        sleep.run();
        if (!area.isDisposed()) {
            choose.setEnabled(true);
            progress.hide();
            Assistant.notice(area, "danger", wording.own("upload.failed"));
            area.getParent().layout(true, true);
        }
    }

    private void close() {
        sleep.run();
        handler.dispose();
        receiver.close();
    }

    /** Told in the threads of requests. */
    private final class Progress implements FileUploadListener {
        private int last = -1;

        @Override
        public void uploadProgress(FileUploadEvent event) {
            double fraction =
                    event.getContentLength() > 0 ? (double) event.getBytesRead() / event.getContentLength() : -1;
            int percent = (int) Math.floor(fraction * 100);
            if (changed(percent)) {
                page.later(() -> {
                    if (!area.isDisposed() && !choose.isEnabled()) {
                        progress.move(fraction);
                    }
                });
            }
        }

        private synchronized boolean changed(int percent) {
            boolean other = percent != last;
            last = percent;
            return other;
        }

        @Override
        public void uploadFinished(FileUploadEvent event) {
            page.later(UploadStep.this::finished);
        }

        @Override
        public void uploadFailed(FileUploadEvent event) {
            // the exception's own words could name the file
            LOG.warn(
                    "an upload failed: {}",
                    Optional.ofNullable(event.getException())
                            .map(e -> e.getClass().getName())
                            .orElse("unknown"));
            page.later(UploadStep.this::failed);
        }
    }
}

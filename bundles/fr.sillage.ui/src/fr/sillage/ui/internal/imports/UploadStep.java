package fr.sillage.ui.internal.imports;

import fr.sillage.core.settings.PlatformSettings;
import fr.sillage.core.settings.Setting;
import fr.sillage.core.silo.NoSpaceException;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.rap.fileupload.FileUploadEvent;
import org.eclipse.rap.fileupload.FileUploadHandler;
import org.eclipse.rap.fileupload.FileUploadListener;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.client.ClientFile;
import org.eclipse.rap.rwt.client.service.ClientFileUploader;
import org.eclipse.rap.rwt.dnd.ClientFileTransfer;
import org.eclipse.rap.rwt.widgets.FileUpload;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where files are chosen or dropped, and sent. */
final class UploadStep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadStep.class);

    private final PageContext page;
    private final Wording wording;
    private final Consumer<List<SpooledFile>> received;
    private final Consumer<Optional<String>> again;
    private final long maximum;
    private final SpoolReceiver receiver;
    private final FileUploadHandler handler;
    private Runnable sleep = () -> {};
    private Composite area;
    private FileUpload choose;
    private ProgressLine progress;

    /**
     * @param received the files, when all have arrived
     * @param again shows a new step in the place of this one, with what went wrong
     */
    UploadStep(
            PageContext page,
            Wording wording,
            Spool spool,
            Consumer<List<SpooledFile>> received,
            Consumer<Optional<String>> again) {
        this.page = page;
        this.wording = wording;
        this.received = received;
        this.again = again;
        maximum = page.service(PlatformSettings.class).get(Setting.UPLOAD_MEBIBYTES) << 20;
        receiver = new SpoolReceiver(spool, maximum);
        handler = new FileUploadHandler(receiver);
        handler.setMaxFileSize(maximum);
        handler.addUploadListener(new Progress());
    }

    /** @param problem what went wrong with the file before */
    void show(Composite parent, Optional<String> problem) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area.addListener(SWT.Dispose, event -> close());
        StepLayout.head(area, wording.own("upload.title"), Steps.FILE, wording);
        problem.ifPresent(sentence -> StepLayout.notice(area, "danger", sentence));
        Composite card = Kit.empty(
                area, wording.own("upload.choose.title"), wording.own("upload.choose.text", wording.size(maximum)));
        card.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true)); // wherever one drops
        TestIds.set(card, "upload.drop");
        choose = new FileUpload(card, SWT.MULTI);
        choose.setText(wording.own("upload.choose"));
        choose.setData(RWT.CUSTOM_VARIANT, "primary");
        TestIds.set(choose, "upload");
        GridData size = new GridData();
        size.heightHint = Kit.CONTROL_HEIGHT;
        choose.setLayoutData(size);
        choose.addListener(SWT.Selection, event -> send());
        progress = new ProgressLine(card, wording, Optional.of(() -> again.accept(Optional.empty())));
        dropped(card);
    }

    private void dropped(Composite card) {
        DropTarget target = new DropTarget(card, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {ClientFileTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof ClientFile[] files && files.length > 0 && choose.isEnabled()) {
                    sending(files.length, files[0].getName());
                    RWT.getClient().getService(ClientFileUploader.class).submit(handler.getUploadUrl(), files);
                }
            }
        });
    }

    private void send() {
        String[] names = choose.getFileNames();
        if (names != null && names.length > 0 && !names[0].isEmpty()) {
            sending(names.length, names[0]);
            choose.submit(handler.getUploadUrl());
        }
    }

    private void sending(int count, String first) {
        sleep = page.awake();
        choose.setEnabled(false);
        progress.show(count == 1 ? wording.own("upload.running", first) : wording.own("upload.running.many", count), 0);
    }

    private void finished() {
        sleep.run();
        List<SpooledFile> files = receiver.take();
        if (area.isDisposed()) {
            files.forEach(SpooledFile::close);
        } else if (files.isEmpty()) {
            failed("upload.failed");
        } else {
            received.accept(files);
        }
    }

    /** @param reason key of the sentence */
    private void failed(String reason) {
        sleep.run();
        receiver.take().forEach(SpooledFile::close);
        if (!area.isDisposed()) {
            again.accept(Optional.of(wording.own(reason, wording.size(maximum))));
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
            long all = event.getContentLength();
            long read = event.getBytesRead();
            double fraction = all > 0 ? (double) read / all : -1;
            if (changed((int) Math.floor(fraction * 100))) {
                page.later(() -> {
                    if (!area.isDisposed() && !choose.isEnabled()) {
                        progress.show(
                                all > 0
                                        ? wording.own("upload.bytes", wording.size(read), wording.size(all))
                                        : wording.own("upload.bytes.read", wording.size(read)),
                                fraction);
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
            Throwable failure = event.getException();
            String key = NoSpaceException.isBehind(failure)
                    ? "upload.full"
                    : NotWritableException.isBehind(failure) ? "upload.unwritable" : "upload.failed";
            page.later(() -> failed(key));
        }
    }
}

package fr.sillage.ui.admin.internal;

import fr.sillage.api.Message;
import fr.sillage.core.extension.InstalledExtensions.Administration;
import fr.sillage.core.extension.RefusedFileException;
import fr.sillage.ui.kit.FileNames;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.rap.fileupload.FileDetails;
import org.eclipse.rap.fileupload.FileUploadEvent;
import org.eclipse.rap.fileupload.FileUploadHandler;
import org.eclipse.rap.fileupload.FileUploadListener;
import org.eclipse.rap.fileupload.FileUploadReceiver;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.rap.rwt.widgets.FileUpload;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The head of the page: its title and where a jar is sent. */
final class ExtensionUpload {
    private final PageContext page;
    private final ExtensionWords words;
    private final Administration administration;
    private final Runnable resized;
    private final FileUploadHandler handler;
    private volatile Optional<Message> refusal = Optional.empty();
    private Runnable sleep = () -> {};
    private FileUpload choose;
    private Label outcome;

    /** @param resized is told when the height has changed */
    ExtensionUpload(PageContext page, ExtensionWords words, Administration administration, Runnable resized) {
        this.page = page;
        this.words = words;
        this.administration = administration;
        this.resized = resized;
        this.handler = new FileUploadHandler(new Receiver());
        handler.setMaxFileSize(Administration.LARGEST);
        handler.addUploadListener(new Listener());
    }

    void show(Composite parent) {
        Composite head = Kit.box(parent, 2, 0);
        head.setLayoutData(Kit.wide());
        Kit.title(head, words.own("extensions.title")).setLayoutData(Kit.wide());
        choose = new FileUpload(head, SWT.NONE);
        choose.setText(words.own("extensions.add"));
        choose.setData(RWT.CUSTOM_VARIANT, "primary");
        GridData size = new GridData();
        size.heightHint = Kit.CONTROL_HEIGHT;
        choose.setLayoutData(size);
        choose.addListener(SWT.Selection, event -> send());
        TestIds.set(choose, "admin.extension.upload");
        Label hint = Kit.label(head, words.own("extensions.hint"), "secondary", SWT.WRAP);
        hint.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        outcome = Attempt.error(parent);
        TestIds.set(outcome, "admin.extension.outcome");
        choose.addListener(SWT.Dispose, event -> {
            sleep.run();
            handler.dispose();
        });
    }

    private void send() {
        String name = choose.getFileName();
        if (name != null && !name.isEmpty()) {
            sleep.run();
            sleep = page.awake();
            choose.setEnabled(false);
            say(words.own("extensions.sending", name), "secondary");
            choose.submit(handler.getUploadUrl());
        }
    }

    private void ended(boolean arrived, String name) {
        sleep.run();
        if (choose.isDisposed()) {
            return;
        }
        choose.setEnabled(true);
        if (refusal.isPresent()) {
            say(words.own("extensions.refused", name, words.text(refusal.get())), "error");
        } else if (arrived) {
            say(words.own("extensions.done", name), "ok");
        } else {
            say(words.own("extensions.failed", name), "error");
        }
        refusal = Optional.empty();
    }

    private void say(String sentence, String variant) {
        outcome.setText(Labels.plain(sentence));
        outcome.setData(RWT.CUSTOM_VARIANT, variant);
        outcome.setVisible(true);
        ((GridData) outcome.getLayoutData()).exclude = false;
        resized.run();
    }

    /** Hands the bytes on as they come; in the thread of a request. */
    private final class Receiver extends FileUploadReceiver {
        @Override
        public void receive(InputStream in, FileDetails details) throws IOException {
            try {
                administration.install(FileNames.withoutFolders(details.getFileName()), in);
            } catch (RefusedFileException e) {
                refusal = Optional.of(e.reason());
            }
        }
    }

    /** Told in the threads of requests. */
    private final class Listener implements FileUploadListener {
        @Override
        public void uploadProgress(FileUploadEvent event) {
            // a jar is small
        }

        @Override
        public void uploadFinished(FileUploadEvent event) {
            page.later(() -> ended(true, name(event)));
        }

        @Override
        public void uploadFailed(FileUploadEvent event) {
            page.later(() -> ended(false, name(event)));
        }

        private String name(FileUploadEvent event) {
            FileDetails[] files = event.getFileDetails();
            return files == null || files.length == 0 ? "" : FileNames.withoutFolders(files[0].getFileName());
        }
    }
}

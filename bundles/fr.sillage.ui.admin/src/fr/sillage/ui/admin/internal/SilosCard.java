package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.CompactionJob;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.SiloCompaction;
import fr.sillage.core.silo.SiloSpace;
import fr.sillage.core.text.NumberFormats;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What the silos take on the disk, what compaction would give back, and the way to it. */
final class SilosCard {
    private static final int LEAST_TEXT = 120;

    private final PageContext page;
    private final Messages messages;
    private final Runnable grown;
    private final List<Runnable> ends = new ArrayList<>();
    private Composite card;

    /** @param grown told when it may need more room */
    SilosCard(PageContext page, Messages messages, Runnable grown) {
        this.grown = grown;
        this.page = page;
        this.messages = messages;
    }

    /** @param parent a card of three columns */
    void show(Composite parent) {
        card = parent;
        TestIds.set(card, "admin.silos");
        Communities communities = page.service(Communities.class);
        List<Community> all = communities.administer(page.account().id()).communities();
        if (all.isEmpty()) {
            wide(Kit.label(card, messages.get("silos.none"), "small", SWT.WRAP), 3);
        }
        all.forEach(community -> new Line(communities.visit(page.account().id(), community.id())).show());
        Runnable sleep = page.awake();
        ends.add(sleep);
        card.addListener(SWT.Dispose, event -> ends.forEach(Runnable::run));
    }

    private static void wide(Label label, int columns) {
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
        place.widthHint = LEAST_TEXT;
        label.setLayoutData(place);
    }

    /** One community. */
    private final class Line {
        private final CommunityContext community;
        private Label told;
        private Button button;
        private Optional<Job<Compacted>> running = Optional.empty();

        Line(CommunityContext community) {
            this.community = community;
        }

        void show() {
            String name = community.community().name();
            wide(Kit.label(card, name, "secondary", SWT.WRAP), 1);
            told = Kit.label(card, messages.get("silos.measuring"), "", SWT.WRAP);
            wide(told, 1);
            Access.live(told, false);
            button = Kit.secondary(card, messages.get("silos.compact"), this::act);
            Access.name(button, messages.get("silos.compact.of", name));
            TestIds.set(button, "admin.compact." + name);
            measure();
        }

        /** In the background: a silo that rests has to be opened for that. */
        private void measure() {
            Job<SiloSpace> job = page.service(Jobs.class)
                    .submit(
                            community,
                            control -> page.service(SiloCompaction.class)
                                    .space(community.community().id()));
            follow(
                    job,
                    space -> say(messages.get(
                            space.free() == 0 ? "silos.space.full" : "silos.space",
                            size(space.bytes()),
                            size(space.free()))));
        }

        private void act() {
            if (running.isPresent()) {
                running.get().cancel();
                return;
            }
            Job<Compacted> job = page.service(Jobs.class).submit(community, CompactionJob.SPEC, Compacted.class);
            running = Optional.of(job);
            button.setText(Labels.plain(messages.get("silos.cancel")));
            follow(job, done -> say(messages.get("silos.done", size(done.before()), size(done.after()))));
        }

        private <T> void follow(Job<T> job, Consumer<T> done) {
            ends.add(job.watch(state -> page.later(() -> changed(job, state, done))));
        }

        private <T> void changed(Job<T> job, JobState state, Consumer<T> done) {
            if (card.isDisposed()) {
                return;
            }
            if (!state.ended()) {
                if (running.filter(job::equals).isPresent()) {
                    say(messages.get(
                            "silos.running",
                            NumberFormats.percent(page.locale(), 0).format(Math.max(0, state.fraction()))));
                }
                return;
            }
            if (running.filter(job::equals).isPresent()) {
                running = Optional.empty();
                button.setText(Labels.plain(messages.get("silos.compact")));
            }
            job.result().ifPresent(done);
            if (job.result().isEmpty()) {
                say(messages.get(state.phase() == JobState.Phase.CANCELLED ? "silos.cancelled" : "silos.failed"));
            }
        }

        private void say(String sentence) {
            told.setText(Labels.plain(sentence));
            grown.run();
        }
    }

    private String size(long bytes) {
        return Formats.size(bytes, page.locale());
    }
}

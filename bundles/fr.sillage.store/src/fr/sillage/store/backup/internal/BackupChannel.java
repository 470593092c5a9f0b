package fr.sillage.store.backup.internal;

import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.extension.ExtensionChoices;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.platform.internal.PlatformDatabase;
import fr.sillage.store.silo.internal.SiloCopies;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Validate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the running platform hears of backups: a socket in the file system, in a folder that its own user alone enters.
 * The system property {@value #PLACE} says where; without it nobody listens.
 */
@Component
@Instantiate
public class BackupChannel implements AutoCloseable {
    static final String PLACE = "sillage.channel";

    private static final int PATIENCE_SECONDS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(BackupChannel.class);

    private final DataHome home;
    private final PlatformStore platform;
    private final ExtensionChoices choices;
    private final SiloCopies copies;
    private final PlatformDatabase database;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("backup-", 0).factory());
    private ServerSocketChannel channel;
    private volatile boolean stopping;

    public BackupChannel(
            @Requires DataHome home,
            @Requires PlatformStore platform,
            @Requires ExtensionChoices choices,
            @Requires SiloCopies copies,
            @Requires PlatformDatabase database) {
        this.home = home;
        this.platform = platform;
        this.choices = choices;
        this.copies = copies;
        this.database = database;
    }

    @Validate
    public final void start() {
        String place = System.getProperty(PLACE);
        if (place != null) {
            UnfinishedRestores.clear(home, platform);
            listen(Path.of(place));
        }
    }

    /** The platform does without where that fails: a path may be too long for a socket. */
    final void listen(Path place) {
        try {
            Files.deleteIfExists(place);
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(place));
        } catch (IOException | RuntimeException e) {
            LOG.error("a backup can be made only while the platform is stopped", e);
            return;
        }
        SiloBackups backups =
                new SiloBackups(home, platform, choices, new CopiedSilo(copies, home.silos()), Optional.of(database));
        ChannelAnswers answers = new ChannelAnswers(backups, () -> stopping);
        threads.execute(() -> accept(answers));
    }

    private void accept(ChannelAnswers answers) {
        while (!stopping) {
            try {
                SocketChannel asked = channel.accept();
                threads.execute(() -> answer(answers, asked));
            } catch (IOException | RejectedExecutionException e) {
                if (!stopping) {
                    LOG.error("no backup can be asked for any more", e);
                }
                return;
            }
        }
    }

    private static void answer(ChannelAnswers answers, SocketChannel asked) {
        try (asked;
                DataInputStream in = new DataInputStream(Channels.newInputStream(asked));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(asked))) {
            answers.answer(in, out);
        } catch (IOException e) {
            LOG.info("who asked for a backup has gone");
        } catch (RuntimeException e) {
            LOG.error("a backup failed", e);
        }
    }

    /** What is at work ends by itself: no thread that writes is interrupted. */
    @Override
    @Invalidate
    public final void close() {
        stopping = true;
        threads.shutdown();
        try {
            if (channel != null) {
                channel.close();
            }
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a backup is still at work");
            }
        } catch (IOException e) {
            LOG.warn("the place where backups are asked for cannot be closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

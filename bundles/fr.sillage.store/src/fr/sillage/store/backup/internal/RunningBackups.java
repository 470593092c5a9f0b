package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.Restored;
import fr.sillage.core.backup.RestoredSilo;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks the platform that runs.
 *
 * @param place where it listens
 */
record RunningBackups(Path place) implements Backups {
    /** What is said, and what is heard in the end. */
    private interface Question {
        void ask(DataOutputStream out) throws IOException;
    }

    private interface Answer<R> {
        R read(DataInputStream in) throws IOException;
    }

    @Override
    public BackedUp backup(String community, Path file, Passphrase passphrase, JobControl job) throws BackupException {
        return talk(
                out -> {
                    out.writeUTF(ChannelAnswers.BACKUP);
                    out.writeUTF(community);
                    out.writeUTF(file.toString());
                    out.writeUTF(passphrase.text());
                },
                in -> new BackedUp(in.readUTF(), in.readLong()),
                job);
    }

    @Override
    public long backupPlatform(Path file, Passphrase passphrase, JobControl job) throws BackupException {
        return talk(
                out -> {
                    out.writeUTF(ChannelAnswers.PLATFORM);
                    out.writeUTF(file.toString());
                    out.writeUTF(passphrase.text());
                },
                DataInputStream::readLong,
                job);
    }

    @Override
    public Restored restore(Restoration restoration, Passphrase passphrase, JobControl job) throws BackupException {
        return talk(
                out -> {
                    out.writeUTF(ChannelAnswers.RESTORE);
                    out.writeUTF(restoration.file().toString());
                    out.writeUTF(restoration.name().orElse(""));
                    out.writeBoolean(restoration.replace());
                    out.writeUTF(passphrase.text());
                },
                in -> new RestoredSilo(in.readUTF(), in.readLong(), Optional.empty()),
                job);
    }

    private <R> R talk(Question question, Answer<R> answer, JobControl job) throws BackupException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(place));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
            question.ask(out);
            String said = in.readUTF();
            while (said.equals(ChannelAnswers.PROGRESS)) {
                job.progress(in.readDouble());
                said = in.readUTF();
            }
            if (said.equals(ChannelAnswers.DONE)) {
                return answer.read(in);
            }
            throw new BackupException(Reason.valueOf(in.readUTF()), in.readUTF());
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupException(Reason.NO_ANSWER, place.toString());
        }
    }
}

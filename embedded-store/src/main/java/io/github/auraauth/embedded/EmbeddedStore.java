package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.github.auraauth.embedded.index.KeyHasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * A MongoDB-compatible store in this process, with its data in memory and in a journal in the data folder. It listens on
 * a free port of the loopback interface and asks for a password, made anew at each start, which lies in the data folder.
 *
 * <p>A reply leaves only when the operating system has what it rests on: a killed process loses nothing that it
 * acknowledged. The disk is not waited for, so a power failure may cost the last moments. What is not alive any more is
 * taken out beside the traffic when less than half of the files is alive, 32 KiB aside.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final String ADDRESS = "store.address";
    /** More than there are processors: a thread waits for the file, or looks at all documents of a collection. */
    private static final int THREADS = 16;

    private final DataFolder folder;
    private final FolderLock lock;
    private final Journal journal;
    private final JournaledBackend backend;
    private final ConnectionAuthenticator authenticator;
    private final MongoServer server;

    private EmbeddedStore(
            DataFolder folder,
            FolderLock lock,
            Journal journal,
            JournaledBackend backend,
            ConnectionAuthenticator authenticator) {
        this.folder = folder;
        this.lock = lock;
        this.journal = journal;
        this.backend = backend;
        this.authenticator = authenticator;
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
    }

    /**
     * Starts the store over what the folder holds, and writes its address there for the command line.
     *
     * @param random makes the password, and hashes that nobody can foresee
     * @throws DataFolderException when another process has a store there, or its data cannot be read
     */
    public static EmbeddedStore open(DataFolder folder, Clock clock, SecureRandom random) throws DataFolderException {
        FolderLock lock = FolderLock.tryLock(folder, ProcessHandle.current().pid())
                .orElseThrow(() -> new DataFolderException("The data folder " + folder + " is in use by another process"
                        + FolderLock.holder(folder) + "; stop it, or set AURA_DATA_FOLDER to another folder"));
        try {
            return open(folder, lock, clock, random);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw new DataFolderException(
                    "The store in the data folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static EmbeddedStore open(DataFolder folder, FolderLock lock, Clock clock, SecureRandom random)
            throws IOException {
        Files.deleteIfExists(folder.file(ADDRESS));
        ConnectionAuthenticator authenticator = new ConnectionAuthenticator(random);
        JournaledBackend backend =
                new JournaledBackend(clock, authenticator, AskedOrders.open(folder), new KeyHasher(random));
        Journal journal = Journal.open(folder, backend::replay);
        try {
            backend.record(journal);
            EmbeddedStore store = new EmbeddedStore(folder, lock, journal, backend, authenticator);
            folder.write(ADDRESS, store.uri() + "\n");
            return store;
        } catch (IOException | RuntimeException e) {
            backend.close();
            journal.close();
            throw e;
        }
    }

    /** Where another process's store over that folder listens; empty when there is none. */
    public static Optional<String> addressOfRunning(DataFolder folder) throws DataFolderException {
        Optional<FolderLock> lock =
                FolderLock.tryLock(folder, ProcessHandle.current().pid());
        if (lock.isPresent()) {
            lock.get().close();
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.file(ADDRESS)).strip());
        } catch (IOException e) {
            throw new DataFolderException("The store in the data folder " + folder + " is just starting; try again", e);
        }
    }

    /** The connection string, with the password. */
    public String uri() {
        return authenticator.uri(
                server.getLocalAddress().getAddress().getHostAddress(),
                server.getLocalAddress().getPort());
    }

    /**
     * Leaves out of the files what was removed since the last time, beside the traffic; to be called now and then. Returns
     * when that is done.
     */
    public void forgetRemoved() {
        backend.forgetRemoved();
    }

    /** Stops the store and leaves everything on disk that was not removed. */
    @Override
    public void close() {
        server.shutdownNow();
        backend.forgetRemoved();
        try {
            journal.close();
            Files.deleteIfExists(folder.file(ADDRESS));
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataFolderException e) {
            throw new IllegalStateException(e);
        }
    }
}

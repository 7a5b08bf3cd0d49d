package io.github.auraauth.app.wiring.makeup;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.index.AdditionalIndexes;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.index.MongoIndexMakeup;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes that a definition in the operator's storage adds to the program's own, which must be made before. Whatever
 * is wrong with it is a warning, and the program's own indexes are those that there are.
 */
public final class StoredIndexes implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredIndexes.class);
    private static final FileName FILE = new FileName(IndexDefinition.FILE);
    private static final int LARGEST = 256 * 1024;
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    private final Optional<StoredFiles> files;
    private final MongoConnection connection;
    private final ClockAndRandom clockAndRandom;

    /** @param files where the definition is; empty where none is to be fetched */
    public StoredIndexes(Optional<StoredFiles> files, MongoConnection connection, ClockAndRandom clockAndRandom) {
        this.files = files;
        this.connection = connection;
        this.clockAndRandom = clockAndRandom;
    }

    /** Makes what is missing of them, however long that takes, and tells the log. */
    @Override
    public void run() {
        makeUp(told -> LOG.info("index make-up: {}", told), problem -> LOG.warn("{}", problem))
                .forEach(version ->
                        LOG.info("index make-up: version {} of the storage's definition is applied", version));
    }

    /**
     * The same, which tells the listeners and no log.
     *
     * @return the versions applied, maybe none
     */
    public List<String> makeUp(Consumer<String> listener, Consumer<String> warnings) {
        return files.flatMap(storage -> additions(storage, warnings))
                .map(additions -> makeUp(additions, listener, warnings))
                .orElse(List.of());
    }

    private Optional<IndexDefinition> additions(StoredFiles storage, Consumer<String> warnings) {
        try {
            Optional<byte[]> text = storage.read(FILE, LARGEST + 1, Deadline.in(LONGEST_READ, clockAndRandom.clock()));
            if (text.isEmpty()) {
                warnings.accept(notTaken("there is no " + FILE + " in the folder of AURA_VERSION"));
                return Optional.empty();
            }
            if (text.get().length > LARGEST) {
                throw new IllegalArgumentException("it is larger than 256 KiB");
            }
            return AdditionalIndexes.parse(new String(text.get(), StandardCharsets.UTF_8));
        } catch (Outage outage) {
            warnings.accept(notTaken(String.valueOf(outage.getMessage())));
        } catch (IllegalArgumentException invalid) {
            warnings.accept(notTaken(String.valueOf(invalid.getMessage())));
        }
        return Optional.empty();
    }

    private List<String> makeUp(IndexDefinition additions, Consumer<String> listener, Consumer<String> warnings) {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        try {
            return new MongoIndexMakeup(
                            connection, additions, clockAndRandom.clock(), clockAndRandom.random(), process, listener)
                    .run()
                    .fold(
                            versions -> versions,
                            (stored, known) -> {
                                warnings.accept(notTaken("its version " + known + " is older than " + stored
                                        + ", which was applied before"));
                                return List.of();
                            },
                            index -> List.of());
        } catch (Outage outage) {
            warnings.accept(notTaken(String.valueOf(outage.getMessage())));
            return List.of();
        }
    }

    private static String notTaken(String reason) {
        return "the index definition in the storage is not taken, the program's own is: " + reason;
    }
}

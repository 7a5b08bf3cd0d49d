package io.github.auraauth.usecase.behaviour;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.behaviour.BehaviourRules;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.behaviour.BehaviourCache;
import io.github.auraauth.port.out.behaviour.BehaviourCache.CachedText;
import io.github.auraauth.port.out.file.StoredFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes the rules out of the operator's storage, or from the instance that has read them last. A broken file leaves the rules
 * as they are; one that is taken away ends them. For use by one thread.
 */
public final class BehaviourRefresh {
    private static final int LARGEST = 64 * 1024;

    /** What a file that is not there counts as. */
    private static final String NO_RULES = "[]";

    private final StoredFiles files;
    private final SharedFile shared;
    private final BehaviourReader reader;
    private final ActiveBehaviours behaviours;
    private final InstantSource clock;
    private Optional<String> taken = Optional.empty();
    private Optional<String> refused = Optional.empty();

    public BehaviourRefresh(
            StoredFiles files,
            SharedFile shared,
            BehaviourReader reader,
            ActiveBehaviours behaviours,
            InstantSource clock) {
        this.files = requireNonNull(files, "files");
        this.shared = requireNonNull(shared, "shared");
        this.reader = requireNonNull(reader, "reader");
        this.behaviours = requireNonNull(behaviours, "behaviours");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * The file that instances share.
     *
     * @param timeToLive how long what one has read is good for others
     */
    public record SharedFile(FileName name, BehaviourCache cache, Duration timeToLive) {}

    /**
     * Takes what another instance has read since then, or else reads the file and tells the others.
     *
     * @throws Outage when the storage does not do its part; then, as with a broken file, the rules stay, or are those that
     *     another instance knew where this one knows none
     */
    public void refresh(Instant since, Deadline deadline) {
        Optional<CachedText> known = known(deadline);
        if (known.filter(cached -> !cached.readAt().isBefore(since)).isPresent() && take(known.get())) {
            return;
        }
        CachedText read;
        try {
            read = read(deadline);
        } catch (Outage away) {
            takeUnlessKnown(known);
            throw away;
        }
        if (take(read)) {
            tell(read, deadline);
        } else {
            takeUnlessKnown(known);
        }
    }

    private CachedText read(Deadline deadline) {
        Instant readAt = clock.instant();
        return files.read(shared.name(), LARGEST + 1, deadline)
                .map(bytes -> new CachedText(new String(bytes, StandardCharsets.UTF_8), readAt))
                .orElse(new CachedText(NO_RULES, readAt));
    }

    private void takeUnlessKnown(Optional<CachedText> known) {
        if (taken.isEmpty()) {
            known.ifPresent(this::take);
        }
    }

    /** Whether its rules count from now on; where not, the operator is told once. */
    private boolean take(CachedText cached) {
        Optional<String> text = Optional.of(cached.text());
        if (text.equals(taken) || text.equals(refused)) {
            return text.equals(taken);
        }
        Optional<BehaviourRules> rules = reader.read(cached.text());
        rules.ifPresent(behaviours::use);
        if (rules.isPresent()) {
            taken = text;
        } else {
            refused = text;
        }
        return rules.isPresent();
    }

    /** Without the cache each instance reads the file itself. */
    private Optional<CachedText> known(Deadline deadline) {
        try {
            return shared.cache().find(shared.name(), deadline);
        } catch (Outage away) {
            return Optional.empty();
        }
    }

    private void tell(CachedText text, Deadline deadline) {
        try {
            shared.cache().put(shared.name(), text, shared.timeToLive(), deadline);
        } catch (Outage away) {
            // the others read the file themselves
        }
    }
}

package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.behaviour.BehaviourCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The behaviour manager's texts in the memory of one process. */
public final class InMemoryBehaviourCache implements BehaviourCache {
    private final Map<FileName, Ending> texts = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** @param clock by which texts end */
    public InMemoryBehaviourCache(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Optional<CachedText> find(FileName name, Deadline deadline) {
        requireNonNull(name, "name");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        return Optional.ofNullable(texts.get(name))
                .filter(held -> now.isBefore(held.end()))
                .map(Ending::text);
    }

    @Override
    public void put(FileName name, CachedText text, Duration timeToLive, Deadline deadline) {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
        if (requireNonNull(timeToLive, "timeToLive").isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException("timeToLive must be positive");
        }
        Deadlines.check(deadline);
        Instant readAt = text.readAt().truncatedTo(ChronoUnit.MILLIS);
        texts.put(
                name,
                new Ending(new CachedText(text.text(), readAt), clock.instant().plus(timeToLive)));
    }

    private record Ending(CachedText text, Instant end) {}
}

package io.github.auraauth.app.wiring.behaviour;

import io.github.auraauth.app.behaviour.BehaviourFile;
import io.github.auraauth.app.config.variable.CronPattern;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.usecase.behaviour.BehaviourRefresh;
import io.github.auraauth.usecase.behaviour.BehaviourRefresh.SharedFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Reads the file at the moments of a pattern, and once at the start. For use by one thread. */
final class BehaviourSchedule {
    private final BehaviourRefresh refresh;
    private final CronPattern pattern;
    private final InjectedBehaviours injected;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    BehaviourSchedule(
            StoredFiles files,
            SharedFile shared,
            CronPattern pattern,
            InjectedBehaviours injected,
            InstantSource clock) {
        this.pattern = pattern;
        this.injected = injected;
        this.clock = clock;
        this.refresh = new BehaviourRefresh(
                files, shared, new BehaviourFile(() -> injected.known().orElse(List.of())), injected.active(), clock);
    }

    /**
     * To be called every few seconds.
     *
     * @throws io.github.auraauth.port.Outage when it cannot be read; the next call tries it again
     */
    void readIfDue(Deadline deadline) {
        Instant now = clock.instant();
        if (!now.isBefore(next) && injected.known().isPresent()) {
            refresh.refresh(pattern.lastUntil(now), deadline);
            next = pattern.after(now);
        }
    }
}

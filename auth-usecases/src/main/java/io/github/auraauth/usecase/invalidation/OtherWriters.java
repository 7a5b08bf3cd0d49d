package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The other writers of the invalidation log, as this instance knows them. For use by one thread at a time. */
final class OtherWriters {
    private final InvalidationLog log;
    private final InvalidationView view;
    private final Map<String, FollowedWriter> writers = new HashMap<>();

    OtherWriters(InvalidationLog log, InvalidationView view) {
        this.log = log;
        this.view = view;
    }

    /**
     * Learns what is new of each, and forgets those that the log has forgotten.
     *
     * @param own id of this instance's writer
     * @throws io.github.auraauth.port.Outage when segments cannot be read; the next call goes on from there
     */
    void follow(LogSnapshot snapshot, String own, Instant now, Deadline deadline) {
        Set<String> present =
                snapshot.writers().stream().map(ActiveSegment::writer).collect(Collectors.toSet());
        writers.entrySet().removeIf(writer -> {
            boolean gone = !present.contains(writer.getKey());
            if (gone) {
                writer.getValue().forget();
            }
            return gone;
        });
        for (ActiveSegment active : snapshot.writers()) {
            if (!active.writer().equals(own)) {
                writers.computeIfAbsent(active.writer(), id -> new FollowedWriter(log, view, active, now))
                        .catchUp(active, now, deadline);
            }
        }
    }

    /** Forgets finished changes from before that time. */
    void forgetBefore(Instant time) {
        writers.values().forEach(writer -> writer.forgetBefore(time));
    }

    /** Whether one of them lives and believes values of the shared cache in that epoch. */
    boolean liveIn(Epoch epoch) {
        return writers.values().stream().anyMatch(writer -> writer.livesIn(epoch));
    }

    /** Those that have published nothing since that time. */
    List<ActiveSegment> silentSince(Instant time) {
        return writers.values().stream()
                .filter(writer -> writer.isSilentSince(time))
                .map(FollowedWriter::last)
                .toList();
    }
}

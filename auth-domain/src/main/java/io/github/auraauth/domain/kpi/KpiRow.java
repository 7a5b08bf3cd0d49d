package io.github.auraauth.domain.kpi;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One operation that has ended. It says nothing of the person.
 *
 * @param time when it ended
 * @param channelId absent where the operation names no channel
 * @param authenticationType absent where the operation does not say it
 * @param took never negative
 */
public record KpiRow(
        Instant time,
        KpiKind kind,
        Optional<ChannelId> channelId,
        Optional<AuthenticationType> authenticationType,
        KpiResult result,
        Duration took) {
    public KpiRow {
        requireNonNull(time, "time");
        requireNonNull(kind, "kind");
        requireNonNull(channelId, "channelId");
        requireNonNull(authenticationType, "authenticationType");
        requireNonNull(result, "result");
        if (took.isNegative()) {
            throw new IllegalArgumentException("took must not be negative");
        }
    }
}

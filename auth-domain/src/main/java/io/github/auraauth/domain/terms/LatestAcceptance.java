package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a user stands to the terms of one service.
 *
 * @param accepted whether the required version, or a later one, is accepted
 * @param version the latest accepted version; empty when none is
 */
public record LatestAcceptance(boolean accepted, Optional<TermsVersion> version) {
    private static final Comparator<Acceptance> BY_TIME = Comparator.comparing(Acceptance::createdAt);
    private static final Comparator<Acceptance> BY_NUMBERS = Comparator.comparing(
                    (Acceptance record) -> record.terms().version(), TermsVersion::compareNumbers)
            .thenComparing(BY_TIME);

    public LatestAcceptance {
        requireNonNull(version, "version");
    }

    /**
     * Compares dotted versions by their numbers, and others by when the user's records of them were created. A required
     * version that is not dotted, and of which the user has no record, has no time to compare by and counts as not
     * accepted.
     *
     * @param records all of one user and one service, whatever their status
     */
    public static LatestAcceptance of(Collection<Acceptance> records, TermsVersion required) {
        List<Acceptance> accepted =
                records.stream().filter(record -> record.status().isAccepted()).toList();
        Optional<Instant> requiredAt = records.stream()
                .filter(record -> record.terms().version().equals(required))
                .map(Acceptance::createdAt)
                .findFirst();
        boolean reached = accepted.stream().anyMatch(record -> reaches(record, required, requiredAt));
        return new LatestAcceptance(
                reached, latest(accepted).map(record -> record.terms().version()));
    }

    private static boolean reaches(Acceptance accepted, TermsVersion required, Optional<Instant> requiredAt) {
        TermsVersion version = accepted.terms().version();
        if (version.isDotted() && required.isDotted()) {
            return version.compareNumbers(required) >= 0;
        }
        return requiredAt.filter(time -> !accepted.createdAt().isBefore(time)).isPresent();
    }

    /** The later of two winners, for a mixture of both kinds has no one order. */
    private static Optional<Acceptance> latest(List<Acceptance> accepted) {
        Optional<Acceptance> dotted = accepted.stream()
                .filter(record -> record.terms().version().isDotted())
                .max(BY_NUMBERS);
        Optional<Acceptance> other = accepted.stream()
                .filter(record -> !record.terms().version().isDotted())
                .max(BY_TIME);
        return List.of(dotted, other).stream().flatMap(Optional::stream).max(BY_TIME);
    }
}

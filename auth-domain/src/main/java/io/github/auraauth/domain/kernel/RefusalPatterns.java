package io.github.auraauth.domain.kernel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * By what a provider's refusals of one kind are known.
 *
 * @param codes codes that are that kind's, compared exactly
 * @param descriptions texts that a description of that kind contains, in the same case
 */
public record RefusalPatterns(Set<String> codes, List<String> descriptions) {
    public RefusalPatterns {
        codes = Set.copyOf(requireNonNull(codes, "codes"));
        descriptions = List.copyOf(requireNonNull(descriptions, "descriptions"));
        if (descriptions.contains("")) {
            throw new IllegalArgumentException("descriptions must not be empty: every description contains nothing");
        }
    }

    /** Whether one of the refusal's codes is here, or one of these texts is in its description. */
    boolean areOf(ProviderRefusal refusal) {
        return refusal.codes().stream().anyMatch(codes::contains)
                || refusal.description().map(this::areIn).orElse(false);
    }

    private boolean areIn(String description) {
        return descriptions.stream().anyMatch(description::contains);
    }
}

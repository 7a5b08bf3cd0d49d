package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * Identifier of a user in the assistant: a UUID of ours, or a text that a channel gave.
 *
 * @param value 1 to 256 code points without control characters and without any of {@code / \ ; ? # %}; not a dot segment
 *     and not a word that stands at its place in a path
 */
public record AuraId(String value) {
    /** Most code points that an auraId may have. */
    public static final int LONGEST = 256;

    private static final Set<String> RESERVED = Set.of(".", "..", "aura-id", "auraid", "aura-id-global");

    public AuraId {
        requireNonNull(value, "value");
        if (!isAuraId(value)) {
            throw new IllegalArgumentException("auraId has a form that is not allowed");
        }
    }

    /** The auraId of a given text, or empty when it does not have the form. */
    public static Optional<AuraId> parse(String text) {
        return isAuraId(text) ? Optional.of(new AuraId(text)) : Optional.empty();
    }

    /** A new one: a UUID of version 4. */
    public static AuraId random(SecureRandom random) {
        return new AuraId(RandomIds.uuid(random));
    }

    /** Says nothing of the value: a channel may take a phone number for it. */
    @Override
    public String toString() {
        return "AuraId[redacted]";
    }

    private static boolean isAuraId(String text) {
        return TextRules.isPlain(text, LONGEST)
                && !RESERVED.contains(text)
                && text.chars().noneMatch(c -> "/\\;?#%".indexOf(c) >= 0);
    }
}

package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

/**
 * The MAC that ties an entry to the one before it in its chain.
 *
 * @param keyId of the key that made the MAC
 * @param previous MAC of the entry before; empty for the first one of a chain
 * @param mac over the entry, the key's id and {@code previous}: 64 hex digits
 */
public record Seal(String keyId, String previous, String mac) {
    public Seal {
        requireNonNull(keyId, "keyId");
        requireNonNull(previous, "previous");
        requireNonNull(mac, "mac");
    }
}

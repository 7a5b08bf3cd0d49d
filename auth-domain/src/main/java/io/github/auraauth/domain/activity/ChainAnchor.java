package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

/**
 * Where what is kept of a chain begins: behind the entries that were removed because of their age.
 *
 * @param head the last entry that was removed; of number 0 where none was
 * @param faults how many entries were removed that did not verify
 * @param keyId of the key that made the MAC
 * @param mac over all of it
 */
public record ChainAnchor(ChainHead head, long faults, String keyId, String mac) {
    public ChainAnchor {
        requireNonNull(head, "head");
        requireNonNull(keyId, "keyId");
        requireNonNull(mac, "mac");
    }
}

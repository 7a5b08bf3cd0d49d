package io.github.auraauth.port.in.token;

import io.github.auraauth.domain.token.JsonWebKey;
import java.util.List;

/** The keys that this service signs with, as those who verify its signatures ask for them. Safe for use by many threads. */
@FunctionalInterface
public interface SigningKeys {

    /** The public ones, the one that signs now first; empty when none is configured. */
    List<JsonWebKey> publicKeys();
}

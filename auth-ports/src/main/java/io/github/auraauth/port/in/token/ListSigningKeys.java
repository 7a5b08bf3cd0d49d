package io.github.auraauth.port.in.token;

import io.github.auraauth.domain.token.PublicSigningKey;
import java.util.List;

/** Tells the public keys by which what we sign can be verified. */
public interface ListSigningKeys {
    /** The signing one first; empty when none is configured. */
    List<PublicSigningKey> list();
}

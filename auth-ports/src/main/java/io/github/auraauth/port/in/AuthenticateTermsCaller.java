package io.github.auraauth.port.in;

import io.github.auraauth.domain.secret.Secret;
import java.util.OptionalInt;

/** Decides whether a call of the terms API may go on, by its key. */
public interface AuthenticateTermsCaller {

    /** The place of the key in the configured list, from 0 on; empty when it is none of them. */
    OptionalInt authenticate(Secret key);
}

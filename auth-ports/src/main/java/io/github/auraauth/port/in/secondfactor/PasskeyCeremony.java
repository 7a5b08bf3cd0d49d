package io.github.auraauth.port.in.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;

/**
 * A ceremony with a passkey that has begun (Web Authentication Level 3): it ends when a browser brings back what the authenticator
 * says, within five minutes and once.
 *
 * @param handle by which it is known when it is finished; for the browser that it was begun for alone
 * @param options JSON that a page gives to {@code navigator.credentials}, as {@code PublicKeyCredential.parseCreationOptionsFromJSON}
 *     or {@code parseRequestOptionsFromJSON} read it
 */
public record PasskeyCeremony(Secret handle, String options) {
    public PasskeyCeremony {
        requireNonNull(handle, "handle");
        requireNonNull(options, "options");
    }
}

package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.kernel.KernelPerson;
import java.util.Set;

/**
 * The rights of an access token of Kernel's.
 *
 * @param person for whom it was made
 * @param scopes what it is for, word by word
 * @param purposes why it was asked for, word by word
 */
public record KernelAccessToken(KernelPerson person, Set<String> scopes, Set<String> purposes) {
    private static final String READING = "auraid-read";
    private static final String WRITING = "auraid-write";
    private static final String ADMINISTRATION = "auraid-admin";

    public KernelAccessToken {
        requireNonNull(person, "person");
        scopes = Set.copyOf(requireNonNull(scopes, "scopes"));
        purposes = Set.copyOf(requireNonNull(purposes, "purposes"));
    }

    /** Whether it suffices for an operation of that mode, and for one of the administration where it is one. */
    public boolean covers(AccessMode needed, boolean administration) {
        boolean scoped = switch (needed) {
            case READ -> scopes.contains(READING);
            case WRITE -> scopes.contains(WRITING);
            case READ_WRITE -> scopes.contains(READING) && scopes.contains(WRITING);
        };
        return scoped && (!administration || purposes.contains(ADMINISTRATION));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "KernelGrant[" + scopes + ", " + purposes + "]";
    }
}

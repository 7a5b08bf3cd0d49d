package io.github.auraauth.domain.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import java.util.Set;

/** A token that a line of {@code AUTH_TOKENS} names. Prints nothing of its secret. */
public final class ListedAuthToken {
    private final int line;
    private final Username username;
    private final Secret secret;
    private final Set<Permission> permissions;

    ListedAuthToken(int line, Username username, Secret secret, Set<Permission> permissions) {
        this.line = line;
        this.username = requireNonNull(username, "username");
        this.secret = requireNonNull(secret, "secret");
        this.permissions = Set.copyOf(permissions);
    }

    /** The number of its line, from 1 on, blank ones counted. */
    public int line() {
        return line;
    }

    public Username username() {
        return username;
    }

    public Secret secret() {
        return secret;
    }

    /** Exactly those that it carries, maybe none. */
    public Set<Permission> permissions() {
        return permissions;
    }

    @Override
    public String toString() {
        return "ListedAuthToken[line " + line + "]";
    }
}

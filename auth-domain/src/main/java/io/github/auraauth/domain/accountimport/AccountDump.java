package io.github.auraauth.domain.accountimport;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts in a dump, not yet checked.
 *
 * @param problems what was found to be wrong when it was read, each a sentence without secrets
 */
public record AccountDump(
        List<DumpedAccount> accounts,
        List<DumpedGroup> groups,
        List<DumpedPermission> permissions,
        List<DumpedToken> tokens,
        List<String> problems) {
    public AccountDump {
        accounts = List.copyOf(accounts);
        groups = List.copyOf(groups);
        permissions = List.copyOf(permissions);
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }

    /** A group, with its permissions by code name. */
    public record DumpedGroup(String name, Set<String> permissions) {
        public DumpedGroup {
            requireNonNull(name, "name");
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A permission.
     *
     * @param contentType that it is about: {@code app.model}
     * @param text what it allows, in words; may be empty
     */
    public record DumpedPermission(String codeName, String contentType, String text) {}

    /**
     * A token.
     *
     * @param secret that callers show
     * @param owner primary key of its account
     */
    public record DumpedToken(Secret secret, String owner, Optional<Instant> created) {}
}

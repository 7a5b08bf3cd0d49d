package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.PathPattern;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a key. Texts are checked here, so a model that exists can be written and read back.
 *
 * @param grants scopes, consumers, mode and paths
 * @param stamp when and where it was made; absent in keys of version 1 made elsewhere
 */
public record ApiKeyModel(String version, Grants grants, Stamp stamp) {
    public ApiKeyModel {
        requireNonNull(version, "version");
        requireNonNull(grants, "grants");
        requireNonNull(stamp, "stamp");
        if (!ApiKeyTexts.isVersion(version)) {
            throw new IllegalArgumentException("version must be two or three numbers with dots");
        }
    }

    /** Whether the key has ended by then. */
    public boolean isExpiredAt(Instant now) {
        return stamp.expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether the key was made for another environment than the given one; one without {@code env} is for any. */
    public boolean isForeignTo(String environment) {
        return stamp.environment().filter(own -> !own.equals(environment)).isPresent();
    }

    /** Whether the key has the level, scope, mode and path that a call needs. */
    public boolean permits(RequiredAccess needed, RequestPath path) {
        return grants.scopes.contains(needed.scope())
                && grants.mode.covers(needed.mode())
                && needed.anyOf().stream().anyMatch(level -> level.admits(grants.apps))
                && (grants.paths.isEmpty() || grants.paths.stream().anyMatch(pattern -> matches(pattern, path)));
    }

    /** An entry that is no pattern matches nothing: a key made elsewhere may have one, and it grants nothing. */
    private static boolean matches(String pattern, RequestPath path) {
        return PathPattern.parse(pattern).filter(read -> read.matches(path)).isPresent();
    }

    /**
     * What the key is good for.
     *
     * @param scopes groups of endpoints
     * @param apps consumers it was made for
     * @param paths patterns; empty means every path
     */
    public record Grants(Set<String> scopes, Set<String> apps, AccessMode mode, List<String> paths) {
        public Grants {
            requireNonNull(mode, "mode");
            scopes = ordered(scopes, "scopes");
            apps = ordered(apps, "apps");
            paths = List.copyOf(ordered(new LinkedHashSet<>(requireNonNull(paths, "paths")), "paths"));
        }

        /** Grants without a limit of paths. */
        public static Grants of(Set<String> scopes, Set<String> apps, AccessMode mode) {
            return new Grants(scopes, apps, mode, List.of());
        }

        /** Whether the text can be a scope, a consumer or a path of a key: 1 to 64 of {@code a-z 0-9 * / . _ -}. */
        public static boolean isEntry(String text) {
            return ApiKeyTexts.isEntry(text);
        }

        private static Set<String> ordered(Set<String> entries, String parameter) {
            if (!requireNonNull(entries, parameter).stream().allMatch(ApiKeyTexts::isEntry)) {
                throw new IllegalArgumentException(parameter + " entries are 1 to 64 of a-z 0-9 * / . _ -");
            }
            return Collections.unmodifiableSet(new LinkedHashSet<>(entries));
        }
    }

    /**
     * Where a key comes from.
     *
     * @param id {@code jti}, a UUID in lower case
     * @param issuedAt to the second
     * @param expiresAt to the second
     * @param environment {@code env}
     * @param name for people
     */
    public record Stamp(
            Optional<String> id,
            Optional<Instant> issuedAt,
            Optional<Instant> expiresAt,
            Optional<String> environment,
            Optional<String> name) {
        /** The stamp of keys made by the original generator. */
        public static final Stamp NONE =
                new Stamp(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Stamp {
            if (id.isPresent() && !ApiKeyTexts.isUuid(id.get())) {
                throw new IllegalArgumentException("jti must be a UUID in lower case");
            }
            environment.ifPresent(text -> ApiKeyTexts.requirePrintable(text, "env"));
            name.ifPresent(text -> ApiKeyTexts.requirePrintable(text, "name"));
            issuedAt = issuedAt.map(ApiKeyTexts::toTheSecond);
            expiresAt = expiresAt.map(ApiKeyTexts::toTheSecond);
        }
    }
}

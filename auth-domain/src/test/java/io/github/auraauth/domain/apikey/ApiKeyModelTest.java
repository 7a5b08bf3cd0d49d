package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyModelTest {
    private static final Set<String> SERVICES = Set.of("aura-services");

    @ParameterizedTest
    @CsvSource({
        "aura-bot, INTERNAL, true",
        "aura-groot, INTERNAL, true",
        "kernel, INTERNAL, false",
        "webchat, INTERNAL, false",
        "kernel, KERNEL, true",
        "aura-bot, KERNEL, false",
        "webchat, PUBLIC, true",
        "kernel, PUBLIC, true",
        "aura-bot, PUBLIC, true",
        "kernel2, KERNEL, false",
        "'*', KERNEL, false"
    })
    void permits_level_followsFromTheApps(String app, AccessLevel level, boolean permitted) {
        var grants = ApiKeyModel.Grants.of(SERVICES, Set.of(app), AccessMode.READ);
        assertThat(permits(grants, Set.of(level), AccessMode.READ, "/a")).isEqualTo(permitted);
    }

    @Test
    void permits_keyWithoutApps_isOfThePublicLevelOnly() {
        var grants = ApiKeyModel.Grants.of(SERVICES, Set.of(), AccessMode.READ);
        assertThat(permits(grants, Set.of(AccessLevel.PUBLIC), AccessMode.READ, "/a"))
                .isTrue();
        assertThat(permits(grants, Set.of(AccessLevel.INTERNAL, AccessLevel.KERNEL), AccessMode.READ, "/a"))
                .isFalse();
    }

    @Test
    void permits_oneOfSeveralLevels_isEnough() {
        var grants = ApiKeyModel.Grants.of(SERVICES, Set.of("webchat", "kernel"), AccessMode.READ);
        assertThat(permits(grants, Set.of(AccessLevel.INTERNAL, AccessLevel.KERNEL), AccessMode.READ, "/a"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "READ, READ, true",
        "READ, WRITE, false",
        "WRITE, WRITE, true",
        "WRITE, READ, false",
        "READ_WRITE, READ, true",
        "READ_WRITE, WRITE, true",
        "READ, READ_WRITE, false",
        "READ_WRITE, READ_WRITE, true"
    })
    void permits_mode_mustCoverTheNeededOne(AccessMode own, AccessMode needed, boolean permitted) {
        var grants = ApiKeyModel.Grants.of(SERVICES, Set.of(), own);
        assertThat(permits(grants, Set.of(AccessLevel.PUBLIC), needed, "/a")).isEqualTo(permitted);
    }

    @Test
    void permits_scope_mustBeListed() {
        for (Set<String> scopes : List.<Set<String>>of(Set.of(), Set.of("aura-config"), Set.of("aura"), Set.of("*"))) {
            var grants = ApiKeyModel.Grants.of(scopes, Set.of("aura-bot"), AccessMode.READ_WRITE);
            assertThat(permits(grants, Set.of(AccessLevel.PUBLIC), AccessMode.READ, "/a"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/users/*, /users/a, true",
        "/users/*, /users, false",
        "/users/*, /users/a/b, false",
        "/token/**, /token, true",
        "/token/**, /token/wss, true",
        "/token/**, /tokens, false",
        "users/*, /users/a, false",
        "**, /users/a, false",
        "/**, /users/a, true",
        "/u*, /users, false"
    })
    void permits_path_mustBeOneOfTheListed(String pattern, String path, boolean permitted) {
        var grants = new ApiKeyModel.Grants(SERVICES, Set.of(), AccessMode.READ, List.of("/never", pattern));
        assertThat(permits(grants, Set.of(AccessLevel.PUBLIC), AccessMode.READ, path))
                .isEqualTo(permitted);
    }

    @Test
    void isForeignTo_keyOfNoEnvironment_isOfEvery() {
        assertThat(stamped(Optional.empty(), Optional.empty()).isForeignTo("local"))
                .isFalse();
        assertThat(stamped(Optional.of("local"), Optional.empty()).isForeignTo("local"))
                .isFalse();
        assertThat(stamped(Optional.of("Local"), Optional.empty()).isForeignTo("local"))
                .isTrue();
    }

    @Test
    void isExpiredAt_itsEnd_isExpired() {
        ApiKeyModel model = stamped(Optional.empty(), Optional.of(Instant.ofEpochSecond(100, 999)));
        assertThat(model.isExpiredAt(Instant.ofEpochSecond(99, 999_999_999))).isFalse();
        assertThat(model.isExpiredAt(Instant.ofEpochSecond(100))).isTrue();
        assertThat(stamped(Optional.empty(), Optional.empty()).isExpiredAt(Instant.MAX))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "a,b", "\u00e9", "a\"", "a\n"})
    void grants_entryOutOfForm_isRefused(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKeyModel.Grants.of(Set.of(entry), Set.of(), AccessMode.READ))
                .withMessageContaining("scopes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKeyModel.Grants.of(Set.of(), Set.of(entry), AccessMode.READ))
                .withMessageContaining("apps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKeyModel.Grants(Set.of(), Set.of(), AccessMode.READ, List.of(entry)))
                .withMessageContaining("paths");
    }

    @Test
    void grants_laterChangeOfWhatWasGiven_changesNothing() {
        Set<String> apps = new HashSet<>(Set.of("a"));
        List<String> paths = new ArrayList<>(List.of("/a", "/a", "/b"));
        var grants = new ApiKeyModel.Grants(SERVICES, apps, AccessMode.READ, paths);
        apps.add("kernel");
        paths.clear();

        assertThat(grants.apps()).containsExactly("a");
        assertThat(grants.paths()).containsExactly("/a", "/b");
        assertThatThrownBy(() -> grants.apps().add("kernel")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static ApiKeyModel stamped(Optional<String> environment, Optional<Instant> end) {
        var stamp = new ApiKeyModel.Stamp(Optional.empty(), Optional.empty(), end, environment, Optional.empty());
        return new ApiKeyModel("9.5.0", ApiKeyModel.Grants.of(Set.of(), Set.of(), AccessMode.READ), stamp);
    }

    private static boolean permits(ApiKeyModel.Grants grants, Set<AccessLevel> levels, AccessMode mode, String path) {
        return new ApiKeyModel("9.5.0", grants, ApiKeyModel.Stamp.NONE)
                .permits(
                        new RequiredAccess(levels, "aura-services", mode),
                        RequestPath.parse(path).orElseThrow());
    }
}
